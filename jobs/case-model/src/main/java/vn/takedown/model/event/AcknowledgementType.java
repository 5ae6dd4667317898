package vn.takedown.model.event;

/** The answers of a provider (contract section 1, acknowledgement event). */
public enum AcknowledgementType {
    RECEIVED,
    ACCEPTED,
    CLAIMED_DONE,
    OBJECTED,
    REFUSED
}
