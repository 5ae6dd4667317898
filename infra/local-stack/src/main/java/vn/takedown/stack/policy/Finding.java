package vn.takedown.stack.policy;

/**
 * Something to know about a set of policies.
 *
 * @param place file and line; null when it is about the whole set
 */
public record Finding(Severity severity, Place place, String text) {

    @Override
    public String toString() {
        String where = place == null ? "" : place + ": ";
        return where + severity.word() + ": " + text;
    }
}
