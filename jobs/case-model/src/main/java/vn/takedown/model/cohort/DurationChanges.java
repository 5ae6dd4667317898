package vn.takedown.model.cohort;

import java.util.HashMap;
import java.util.Map;

/** Changes of a cohort's durations as they come in. */
public final class DurationChanges {

    private final Map<Long, Integer> acknowledgements = new HashMap<>();
    private final Map<Long, Integer> removals = new HashMap<>();
    private final Map<Long, Integer> standing = new HashMap<>();
    private final Map<Long, Integer> running = new HashMap<>();

    public void add(CohortEntry entry) {
        count(entry, 1);
    }

    public void take(CohortEntry entry) {
        count(entry, -1);
    }

    private void count(CohortEntry entry, int by) {
        count(acknowledgements, entry.ackElapsed(), by);
        count(removals, entry.removalHigh(), by);
        count(standing, entry.standing(), by);
        count(running, entry.runningFrom(), by);
    }

    private static void count(Map<Long, Integer> values, Long value, int by) {
        if (value != null) {
            values.merge(value, by, Integer::sum);
        }
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /** How many values are touched. */
    public int size() {
        return acknowledgements.size() + removals.size() + standing.size() + running.size();
    }

    /** Gives them out and begins anew. */
    public CohortDurations take() {
        CohortDurations changes =
                new CohortDurations(
                        ValueCounts.of(acknowledgements),
                        ValueCounts.of(removals),
                        ValueCounts.of(standing),
                        ValueCounts.of(running));
        acknowledgements.clear();
        removals.clear();
        standing.clear();
        running.clear();
        return changes;
    }
}
