package vn.takedown.model.reference;

/** Whether a provider is established in Vietnam. */
public enum Jurisdiction {
    DOMESTIC,
    CROSS_BORDER
}
