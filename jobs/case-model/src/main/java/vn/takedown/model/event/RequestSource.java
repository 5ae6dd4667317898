package vn.takedown.model.event;

/** Where the report behind the request came from. */
public enum RequestSource {
    AUTHORITY,
    HOTLINE_111,
    VN_COP,
    TRUSTED_FLAGGER,
    USER,
    PROVIDER,
    CRAWLER,
    INTERNATIONAL
}
