package vn.takedown.model.coverage;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The recent hours of one provider, from which the coverage of each follows. Only hours in which
 * something happened are kept; in those between, cases stay open and nothing is seen.
 */
public final class ProviderCoverage {

    /**
     * For how many milliseconds hours are still shown after the last in which anything happened. An
     * event of a far future would else give a document for every hour until then.
     */
    static final long LONGEST_GAP = Duration.ofDays(366).toMillis();

    private static final long NEVER = Long.MIN_VALUE;

    /** An hour with what is known of it. */
    static final class Entry {
        final HourTally tally;

        /** What all changes added to {@link HourTally#steps} and {@link HourTally#moves}. */
        long steps;

        long moves;

        /** Whether it changed since it was shown. */
        boolean changed;

        /** The balance with which the hours after it were shown. */
        long shownBalance;

        Entry(HourTally tally) {
            this.tally = tally;
        }
    }

    final TreeMap<Long, Entry> hours = new TreeMap<>();

    /** Open cases, and moves, after the hours that are forgotten. */
    long openBefore;

    long movesBefore;

    /** The latest hour that is forgotten. */
    long forgotten = NEVER;

    /** The latest hour up to which hours without any event have been shown. */
    long shownTo = NEVER;

    public void add(CoverageChange change) {
        for (HourTally tally : change.hours()) {
            if (tally.hour() <= forgotten) {
                throw new IllegalStateException(
                        "An hour of coverage changes that is final: " + tally.hour());
            }
            Entry entry =
                    hours.computeIfAbsent(tally.hour(), hour -> new Entry(new HourTally(hour)));
            entry.tally.add(tally);
            entry.steps += tally.steps();
            entry.moves += tally.moves();
            entry.changed = true;
        }
    }

    /**
     * Hands out every hour that is not as it was shown.
     *
     * @param until the latest hour of which it is known that no earlier event is missing: up to it
     *     hours are shown in which nothing happened while cases were open
     */
    public void show(long until, Consumer<HourCoverage> output) {
        Walk walk = new Walk(until, output);
        for (Map.Entry<Long, Entry> hour : hours.entrySet()) {
            walk.passGap(hour.getKey());
            walk.pass(hour.getValue());
        }
        walk.passGap(Long.MAX_VALUE);
        shownTo = Math.max(shownTo, until);
    }

    /** Goes through the hours with the number of cases that are open. */
    private final class Walk {
        private final long until;
        private final Consumer<HourCoverage> output;
        private long open = openBefore;
        private long shownOpen = openBefore;
        private long moves = movesBefore;
        private long eventful = forgotten;

        Walk(long until, Consumer<HourCoverage> output) {
            this.until = until;
            this.output = output;
        }

        void pass(Entry entry) {
            if (entry.changed || open != shownOpen) {
                output.accept(HourCoverage.of(entry.tally, open, moves + entry.steps));
            }
            open += entry.tally.balance();
            shownOpen += entry.shownBalance;
            moves += entry.moves;
            eventful = entry.tally.hour();
            entry.shownBalance = entry.tally.balance();
            entry.changed = false;
        }

        void passGap(long next) {
            if (eventful == NEVER || (open == 0 && shownOpen == 0)) {
                return;
            }
            long last = Math.min(until, eventful + LONGEST_GAP);
            for (long hour = firstOfGap(); hour < next && hour <= last; hour += HourTally.HOUR) {
                boolean wrong = hour <= shownTo && open != shownOpen;
                if (wrong || (hour > shownTo && open > 0)) {
                    output.accept(HourCoverage.of(new HourTally(hour), open, moves));
                }
            }
        }

        private long firstOfGap() {
            return open == shownOpen
                    ? Math.max(eventful, shownTo) + HourTally.HOUR
                    : eventful + HourTally.HOUR;
        }
    }

    /**
     * Lets go of hours that nothing can change any more; they must have been shown.
     *
     * @param last the latest of them
     */
    public void forget(long last) {
        while (!hours.isEmpty() && hours.firstKey() <= last) {
            Entry entry = hours.pollFirstEntry().getValue();
            openBefore += entry.tally.balance();
            movesBefore += entry.moves;
            forgotten = entry.tally.hour();
        }
    }

    /** Whether nothing will be shown before the next change. */
    public boolean isAtRest() {
        return hours.isEmpty() && openBefore == 0;
    }

    /** The latest instant known, in milliseconds since the epoch. */
    public long latest() {
        if (hours.isEmpty()) {
            return forgotten;
        }
        HourTally last = hours.lastEntry().getValue().tally;
        return Math.max(last.hour(), last.lastObservationAt);
    }
}
