package vn.takedown.model.cases;

import static vn.takedown.model.cases.Instants.NEVER;
import static vn.takedown.model.cases.Instants.known;

import java.util.Arrays;

/**
 * When the clock of a case was stopped: between {@code PAUSED} and {@code RESUMED}, and between
 * {@code HELD} and {@code RELEASED}, overlaps counted once (contract section 3). Events come in
 * order of event time; a repeated one changes nothing (section 6, item 7).
 */
final class Pauses {

    long pausedSince = NEVER;
    long heldSince = NEVER;

    /** Start of the stop that is open now, whichever of the two reasons began it. */
    long stoppedSince = NEVER;

    /** Closed stops as pairs of start and end, disjoint and in order. */
    long[] stops = {};

    void pause(long at) {
        if (!known(pausedSince)) {
            pausedSince = at;
            stop(at);
        }
    }

    void hold(long at) {
        if (!known(heldSince)) {
            heldSince = at;
            stop(at);
        }
    }

    void resume(long at) {
        if (known(pausedSince)) {
            pausedSince = NEVER;
            goOn(at);
        }
    }

    void release(long at) {
        if (known(heldSince)) {
            heldSince = NEVER;
            goOn(at);
        }
    }

    private void stop(long at) {
        if (!known(stoppedSince)) {
            stoppedSince = at;
        }
    }

    private void goOn(long at) {
        if (known(pausedSince) || known(heldSince)) {
            return;
        }
        if (at > stoppedSince) {
            stops = Arrays.copyOf(stops, stops.length + 2);
            stops[stops.length - 2] = stoppedSince;
            stops[stops.length - 1] = at;
        }
        stoppedSince = NEVER;
    }
}
