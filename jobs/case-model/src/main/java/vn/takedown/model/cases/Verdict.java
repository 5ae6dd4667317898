package vn.takedown.model.cases;

/** Whether the provider met its duty (contract section 3, verdict at T). */
public enum Verdict {
    EXCLUDED,
    ON_TIME,
    BREACH,
    INDETERMINATE,
    PENDING,
    UNCONFIRMED,
    UNOBSERVED,
    OVERDUE
}
