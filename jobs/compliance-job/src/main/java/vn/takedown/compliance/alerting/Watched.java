package vn.takedown.compliance.alerting;

import java.util.ArrayList;
import java.util.Comparator;
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

    /** In the order of arrival, or by instant as far as it was sorted. */
    private final List<W> waiting = new ArrayList<>();

    private boolean sorted;
    private long firstAt = NEVER;
    private long lastAt = Long.MIN_VALUE;
    private boolean waitingChanged;

    /** Null when nothing is known. */
    S known;

    /** When a timer of Flink's rings for this key, of those set since it is at hand. */
    long timer = NEVER;

    /** When the queue has this key; never written with it. */
    long queuedAt = NEVER;

    Watched(ToLongFunction<W> instant, Iterable<W> waiting, S known) {
        this.instant = instant;
        this.known = known;
        waiting.forEach(this::add);
    }

    void await(W news) {
        add(news);
        waitingChanged = true;
    }

    private void add(W news) {
        long at = instant.applyAsLong(news);
        sorted = waiting.isEmpty() || (sorted && at >= lastAt);
        firstAt = Math.min(firstAt, at);
        lastAt = Math.max(lastAt, at);
        waiting.add(news);
    }

    /** Whether there is nothing to be decided about. */
    boolean isEmpty() {
        return known == null && waiting.isEmpty();
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** {@link #NEVER} when nothing waits. */
    long firstAt() {
        return firstAt;
    }

    /** {@link Long#MIN_VALUE} when nothing waits. */
    long lastAt() {
        return lastAt;
    }

    /**
     * Takes out what waits for {@code until} or earlier, by instant, and those of one instant in
     * the order of arrival.
     */
    List<W> takeUntil(long until) {
        if (firstAt > until) {
            return List.of();
        }
        if (!sorted) {
            waiting.sort(Comparator.comparingLong(instant));
            sorted = true;
        }
        int due = 0;
        while (due < waiting.size() && instant.applyAsLong(waiting.get(due)) <= until) {
            due++;
        }
        List<W> taken = List.copyOf(waiting.subList(0, due));
        waiting.subList(0, due).clear();
        waitingChanged = true;
        firstAt = waiting.isEmpty() ? NEVER : instant.applyAsLong(waiting.get(0));
        lastAt = waiting.isEmpty() ? Long.MIN_VALUE : lastAt;
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
