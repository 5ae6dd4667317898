package vn.takedown.model.event;

/** Why the content is unlawful. */
public enum Category {
    CSAM,
    CSAM_SYNTHETIC,
    GROOMING,
    CHILD_PRIVACY,
    HARMFUL_TO_CHILDREN,
    VIOLENCE,
    IMPERSONATION,
    OTHER
}
