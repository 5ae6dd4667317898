package vn.takedown.stack.policy;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
    /** The policy is no policy, or says what cannot be meant. */
    ERROR,
    /** Legal as data, but probably not meant. */
    WARNING,
    /** Worth knowing. */
    NOTE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
