package vn.takedown.model.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The tallies of one provider that have not been handed on yet. */
public final class HourTallies implements CoverageCounter {

    private final TreeMap<Long, HourTally> hours = new TreeMap<>();

    /** The one asked for last, which is mostly the one asked for next. */
    private HourTally latest;

    @Override
    public HourTally at(long instant) {
        HourTally known = latest;
        if (known != null && instant >= known.hour() && instant - known.hour() < HourTally.HOUR) {
            return known;
        }
        latest = hours.computeIfAbsent(HourTally.hourOf(instant), HourTally::new);
        return latest;
    }

    /** Adds to a counter by how much these differ from others. */
    public void addDifference(HourTallies others, CoverageCounter counter) {
        for (HourTally tally : hours.values()) {
            counter.at(tally.hour()).add(tally);
        }
        for (HourTally tally : others.hours.values()) {
            counter.at(tally.hour()).take(tally);
        }
    }

    /** Those with something in them, from the earliest on; they are forgotten here. */
    public List<HourTally> drain() {
        List<HourTally> drained = new ArrayList<>(hours.size());
        for (HourTally tally : hours.values()) {
            if (!tally.isEmpty()) {
                drained.add(tally);
            }
        }
        hours.clear();
        latest = null;
        return drained;
    }
}
