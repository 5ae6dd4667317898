package vn.takedown.model.reference;

/** What kind of service a provider runs. */
public enum ProviderType {
    ISP,
    HOSTING,
    SOCIAL,
    GAME,
    MARKETPLACE,
    SEARCH,
    APP_STORE,
    OTHER
}
