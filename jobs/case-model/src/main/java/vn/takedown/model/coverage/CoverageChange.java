package vn.takedown.model.coverage;

import java.util.List;

/**
 * By how much the tallies of a provider have grown. All of one target that was counted together
 * comes together, so that the number of open cases is right at every step.
 *
 * @param hours from the earliest on, not empty; they change no more
 */
public record CoverageChange(String providerId, List<HourTally> hours) {

    public CoverageChange {
        hours = List.copyOf(hours);
    }

    /** The first millisecond of the latest hour. */
    public long latestHour() {
        return hours.get(hours.size() - 1).hour();
    }
}
