package vn.takedown.stack.acceptance;

import java.time.Duration;

/**
 * Event time that runs ahead of the wall clock's pace and meets it at the end of the run.
 *
 * @param wallStart milliseconds since the epoch
 * @param start event time at the wall clock's start, milliseconds since the epoch
 * @param speed event time per wall-clock time
 */
record SimulatedTime(long wallStart, long start, double speed) {

    static SimulatedTime startingAt(long wall, Duration span, double speed) {
        long lasts = (long) (span.toMillis() / speed);
        return new SimulatedTime(wall, wall + lasts - span.toMillis(), speed);
    }

    /** Event time at a wall-clock time. */
    long at(long wall) {
        return start + (long) ((wall - wallStart) * speed);
    }

    /** Wall-clock time at which event time comes to an instant. */
    long wall(long instant) {
        return wallStart + (long) Math.ceil((instant - start) / speed);
    }
}
