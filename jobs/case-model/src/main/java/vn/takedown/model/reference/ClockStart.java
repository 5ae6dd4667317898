package vn.takedown.model.reference;

/** The event that starts the legal clock. */
public enum ClockStart {
    ISSUED,
    DELIVERED
}
