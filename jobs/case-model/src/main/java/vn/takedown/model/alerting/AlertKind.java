package vn.takedown.model.alerting;

/** What an alert is about (contract section 4). */
public enum AlertKind {
    /** Not acknowledged within the policy's {@code ack_within}. */
    ACK_OVERDUE,
    /** A fraction of the time has passed. */
    DEADLINE_NEAR,
    /** The deadline has passed, and nobody knows whether the content is still there. */
    SLA_OVERDUE,
    /** Seen up after the deadline. */
    SLA_BREACH,
    /** Long past the deadline and not removed. */
    SECOND_NOTICE_DUE,
    /** Claimed to be done, and seen up. */
    FALSE_CLAIM,
    /** Up again after a confirmed removal. */
    REINSTATEMENT,
    /** The same content was requested of the same provider before. */
    CONTENT_RECIDIVISM,
    /** A provider breaches again and again. */
    PROVIDER_STRIKES,
    /** Cases are open and nothing is observed. */
    MONITOR_BLIND
}
