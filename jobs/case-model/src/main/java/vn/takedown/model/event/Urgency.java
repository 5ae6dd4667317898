package vn.takedown.model.event;

/** How fast the authority wants it done. */
public enum Urgency {
    STANDARD,
    URGENT
}
