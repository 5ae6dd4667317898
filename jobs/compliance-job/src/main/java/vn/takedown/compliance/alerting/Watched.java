package vn.takedown.compliance.alerting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What an operator keeps at hand of one key.
 *
 * @param <W> news that waits until the watermark has passed it
 * @param <S> what is known
 */
final class Watched<W, S> {

    /** No timer is set, nothing is to come. */
    static final long NEVER = Long.MAX_VALUE;

    private final ToLongFunction<W> instant;

    /** By instant, and those of one instant in the order of arrival. */
    private final List<W> waiting = new ArrayList<>();

    private boolean waitingChanged;

    /** Null when nothing is known. */
    S known;

    /** When a timer of Flink's rings for this key. */
    long timer;

    /** When the queue has this key; never written with it. */
    long queuedAt = NEVER;

    Watched(ToLongFunction<W> instant, Iterable<W> waiting, S known, long timer) {
        this.instant = instant;
        this.known = known;
        this.timer = timer;
        waiting.forEach(this.waiting::add);
    }

    void await(W news) {
        long at = instant.applyAsLong(news);
        int place = waiting.size();
        while (place > 0 && instant.applyAsLong(waiting.get(place - 1)) > at) {
            place--;
        }
        waiting.add(place, news);
        waitingChanged = true;
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** {@link #NEVER} when nothing waits. */
    long firstAt() {
        return waiting.isEmpty() ? NEVER : instant.applyAsLong(waiting.get(0));
    }

    /** {@link Long#MIN_VALUE} when nothing waits. */
    long lastAt() {
        return waiting.isEmpty()
                ? Long.MIN_VALUE
                : instant.applyAsLong(waiting.get(waiting.size() - 1));
    }

    /** Takes out what waits for {@code until} or earlier. */
    List<W> takeUntil(long until) {
        int due = 0;
        while (due < waiting.size() && instant.applyAsLong(waiting.get(due)) <= until) {
            due++;
        }
        List<W> taken = List.copyOf(waiting.subList(0, due));
        waiting.subList(0, due).clear();
        waitingChanged |= due > 0;
        return taken;
    }

    /** What waits if it is not what was last written, else null. */
    List<W> takeUnwritten() {
        if (!waitingChanged) {
            return null;
        }
        waitingChanged = false;
        return List.copyOf(waiting);
    }
}
