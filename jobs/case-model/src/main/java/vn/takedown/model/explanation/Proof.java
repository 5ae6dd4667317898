package vn.takedown.model.explanation;

/**
 * An event on which a figure rests.
 *
 * @param at event time, milliseconds since the epoch
 */
public record Proof(Figure figure, String eventId, long at) {

    /** What the event proves, what speaks against the provider first. */
    public enum Figure {
        BREACH,
        FALSE_CLAIM,
        REAPPEARED,
        CLOCK_START,
        CLOCK_STOP,
        ACKNOWLEDGED,
        CLAIMED,
        DOWN_BEFORE_START,
        LAST_UP,
        FIRST_DOWN,
        CONFIRMED_DOWN,
        UNDELIVERABLE,
        WITHDRAWN
    }
}
