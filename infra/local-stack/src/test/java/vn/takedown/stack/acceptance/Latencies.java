package vn.takedown.stack.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** How long it took from an instant to the webhook, while nothing was broken. */
final class Latencies {

    /** What was broken so shortly after the instant may have held the alert up. Milliseconds. */
    private static final long ON_THE_WAY = 3_000;

    private final List<Long> sorted;

    private Latencies(List<Long> sorted) {
        this.sorted = sorted;
    }

    static Latencies of(
            List<Telling.Begin> begins,
            SimulatedTime time,
            Disturbances disturbances,
            Predicate<Episode> wanted) {
        List<Long> milliseconds = new ArrayList<>();
        for (Telling.Begin begin : begins) {
            long from = time.wall(begin.episode().from());
            if (wanted.test(begin.episode()) && !disturbances.touch(from, from + ON_THE_WAY)) {
                milliseconds.add(begin.call().at() - from);
            }
        }
        return new Latencies(milliseconds.stream().sorted().toList());
    }

    int count() {
        return sorted.size();
    }

    /** Nearest rank (contract section 6, item 18), milliseconds. */
    long quantile(double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    String line(String name) {
        return sorted.isEmpty()
                ? String.format(Locale.ROOT, "%-40s n = 0", name)
                : String.format(
                        Locale.ROOT,
                        "%-40s n = %d, p50 %.2f s, p99 %.2f s, longest %.2f s",
                        name,
                        count(),
                        quantile(0.5) / 1000.0,
                        quantile(0.99) / 1000.0,
                        sorted.get(count() - 1) / 1000.0);
    }
}
