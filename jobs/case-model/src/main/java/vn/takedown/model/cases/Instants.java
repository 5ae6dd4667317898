package vn.takedown.model.cases;

/** How an instant that may be absent is kept in state without an object. */
final class Instants {

    /** The instant that never was. */
    static final long NEVER = Long.MIN_VALUE;

    private Instants() {}

    static boolean known(long instant) {
        return instant != NEVER;
    }

    static Long orNull(long instant) {
        return instant == NEVER ? null : instant;
    }
}
