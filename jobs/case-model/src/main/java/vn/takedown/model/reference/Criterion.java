package vn.takedown.model.reference;

/** What a policy may look at in a request (contract section 1, {@code match}). */
public enum Criterion {
    PROVIDER_TYPE,
    JURISDICTION,
    ACTION,
    CATEGORY,
    URGENCY
}
