package vn.takedown.stack.acceptance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** When something was broken on purpose, in wall-clock time. Milliseconds since the epoch. */
final class Disturbances {

    private record Window(long from, long to) {

        boolean touches(long begin, long end) {
            return from < end && begin < to;
        }
    }

    /** How long a call of Alertmanager may be under way on a busy machine. */
    private static final long CALL = 1_000;

    private final List<Window> windows = new CopyOnWriteArrayList<>();
    private final List<Window> withoutAlertmanager = new CopyOnWriteArrayList<>();

    void add(long from, long to) {
        windows.add(new Window(from, to));
    }

    /** Alertmanager was asked to end, and was there again. */
    void addAlertmanagerAway(long from, long to) {
        withoutAlertmanager.add(new Window(from, to));
    }

    /**
     * Whether Alertmanager may repeat a call: it was stopped while the call was under way, before
     * it could note that it had been made. It prefers telling twice to not telling.
     */
    boolean mayRepeat(long call, long again) {
        return withoutAlertmanager.stream()
                .anyMatch(window -> window.touches(call, call + CALL) && window.from() < again);
    }

    boolean touch(long from, long to) {
        return windows.stream().anyMatch(window -> window.touches(from, to));
    }

    /** Whether between the two there is so long a time in which nothing was broken. */
    boolean leave(long quiet, long from, long to) {
        long free = from;
        for (Window window :
                windows.stream().sorted((a, b) -> Long.compare(a.from, b.from)).toList()) {
            if (Math.min(window.from(), to) - free >= quiet) {
                return true;
            }
            free = Math.max(free, window.to());
        }
        return to - free >= quiet;
    }
}
