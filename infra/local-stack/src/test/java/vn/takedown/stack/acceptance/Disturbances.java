package vn.takedown.stack.acceptance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** When something was broken on purpose, in wall-clock time. Milliseconds since the epoch. */
final class Disturbances {

    private record Window(long from, long to) {}

    private final List<Window> windows = new CopyOnWriteArrayList<>();

    void add(long from, long to) {
        windows.add(new Window(from, to));
    }

    boolean touch(long from, long to) {
        return windows.stream().anyMatch(window -> window.from() < to && from < window.to());
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
