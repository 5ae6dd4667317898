package vn.takedown.model.event;

/** The steps after {@code ISSUED} (contract section 1, request event). */
public enum RequestUpdate {
    DELIVERED,
    UNDELIVERABLE,
    HELD,
    RELEASED,
    PAUSED,
    RESUMED,
    WITHDRAWN
}
