package vn.takedown.model.explanation;

/**
 * An event on which a figure rests.
 *
 * @param at event time, milliseconds since the epoch
 */
public record Proof(Figure figure, String eventId, long at) {

    /** What the event proves. */
    public enum Figure {
        CLOCK_START,
        ACKNOWLEDGED,
        CLAIMED,
        DOWN_BEFORE_START,
        LAST_UP,
        FIRST_DOWN,
        CONFIRMED_DOWN,
        BREACH,
        FALSE_CLAIM,
        REAPPEARED,
        UNDELIVERABLE,
        WITHDRAWN,
        CLOCK_STOP
    }
}
