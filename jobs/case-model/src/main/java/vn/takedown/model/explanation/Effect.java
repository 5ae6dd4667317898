package vn.takedown.model.explanation;

import vn.takedown.model.cases.CaseSnapshot.OpenRun;

/**
 * What an event changed in a case. Instants are milliseconds since the epoch, durations
 * milliseconds.
 */
public sealed interface Effect {

    /**
     * The legal clock started.
     *
     * @param dueAt null while the clock stands
     */
    record ClockStarted(long start, Long dueAt) implements Effect {}

    /** The case is open, but its clock waits for the delivery. */
    record ClockWaits() implements Effect {}

    /**
     * At {@code t0} a down run was open.
     *
     * @param run what was seen of it before
     */
    record DownAtStart(OpenRun run) implements Effect {}

    /**
     * The last up before {@code t0}.
     *
     * @param at when it was seen
     */
    record UpBeforeStart(long at) implements Effect {}

    /** The clock stands: the deadline is open. */
    record ClockStopped() implements Effect {}

    /** A pause or hold began or ended, and the deadline stays as it is. */
    record StopWithoutEffect(Why why) implements Effect {

        /** Why the deadline does not move. */
        public enum Why {
            /** Only what is left of it after {@code t0} will count. */
            CLOCK_NOT_STARTED,
            /** The clock stands for the other reason too. */
            OTHER_STOP,
            DEADLINE_PASSED
        }
    }

    /**
     * The clock goes on.
     *
     * @param before the deadline before; null when it was open
     */
    record DeadlineMoved(Long before, long dueAt) implements Effect {}

    /**
     * The first answer.
     *
     * @param elapsed {@code tta_ms}; null while the clock has not started
     */
    record Acknowledged(Long elapsed) implements Effect {}

    /** The first {@code CLAIMED_DONE}. */
    record Claimed(long toleratedUntil) implements Effect {}

    record Delivered() implements Effect {}

    record Undeliverable() implements Effect {}

    record UndeliverableLifted() implements Effect {}

    record Withdrawn() implements Effect {}

    /**
     * The down run grew and is not confirmed; its first down has {@code run.downs() == 1}.
     *
     * @param span from its first down to this one
     */
    record RunGrew(OpenRun run, long span) implements Effect {}

    /**
     * The down run is confirmed.
     *
     * @param span from its first down to this one
     * @param removal which removal this is, from 1; 0 when it was already down at {@code t0}
     */
    record RunConfirmed(OpenRun run, long span, int removal) implements Effect {}

    /** An up ended a down run that was not confirmed. */
    record RunBroken(OpenRun run) implements Effect {}

    /** An up after a removal. */
    record Reinstated(int reinstatements) implements Effect {}

    /** The proof of a breach: up later than the deadline, before any removal. */
    record BreachProven(long dueAt) implements Effect {}

    /** Up later than the claim and its tolerance, before any removal. */
    record FalseClaimProven(long claimedAt) implements Effect {}

    /** {@code geo_only} began or ended. */
    record GeoOnly(boolean begins) implements Effect {}

    /** {@code moot} began or ended. */
    record SourceGone(boolean begins) implements Effect {}
}
