package vn.takedown.compliance.rollup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.takedown.model.coverage.CoverageChange;
import vn.takedown.model.coverage.CoverageCounter;
import vn.takedown.model.coverage.HourTallies;
import vn.takedown.model.coverage.HourTally;

/**
 * What a subtask has counted since it last handed it on, in memory only: it must be empty when a
 * checkpoint is taken.
 */
public final class CoverageAccumulator {

    private final long lag;
    private final Map<String, HourTallies> providers = new HashMap<>();

    /** When time is due to be handed on; at once after a start. */
    private long flushAt = Long.MIN_VALUE;

    /**
     * @param lag milliseconds of event time by which what is counted may be handed on later
     */
    public CoverageAccumulator(long lag) {
        this.lag = lag;
    }

    /** The counter of a provider; it may be used until the next {@link #flush}. */
    public CoverageCounter of(String providerId) {
        HourTallies tallies = providers.get(providerId);
        if (tallies == null) {
            tallies = new HourTallies();
            providers.put(providerId, tallies);
        }
        return tallies;
    }

    /** Whether what was counted must go before this watermark does. */
    public boolean isDue(long watermark) {
        if (watermark < flushAt) {
            return false;
        }
        flushAt = watermark > Long.MAX_VALUE - lag ? Long.MAX_VALUE : watermark + lag;
        return true;
    }

    /** Hands all on and is empty. */
    public void flush(Consumer<CoverageChange> output) {
        providers.forEach(
                (providerId, tallies) -> {
                    List<HourTally> hours = tallies.drain();
                    if (!hours.isEmpty()) {
                        output.accept(new CoverageChange(providerId, hours));
                    }
                });
        // Ids of providers that come but once would else be kept for ever.
        providers.clear();
    }
}
