package vn.takedown.model.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.takedown.model.event.Observation;
import vn.takedown.model.reference.Confirmation;

/**
 * Contract section 2: "A down run is a maximal sequence of down observations with no up between
 * them."
 *
 * @param downs in order, never empty
 * @param endedBy the up observation after the run; null while the run is open
 * @param confirmedBy the observation that confirmed the run; null while it is not confirmed
 */
record DownRun(List<Observation> downs, Observation endedBy, Observation confirmedBy) {

    static DownRun of(List<Observation> downs, Observation endedBy, Confirmation confirmation) {
        return new DownRun(List.copyOf(downs), endedBy, confirmedBy(downs, confirmation));
    }

    Observation first() {
        return downs.get(0);
    }

    // "A run is confirmed by the first observation at which it holds ≥ consecutive downs from ≥
    // vantages distinct vantage ids and spans ≥ hold (last − first)."
    private static Observation confirmedBy(List<Observation> downs, Confirmation confirmation) {
        List<Observation> soFar = new ArrayList<>();
        Set<String> vantages = new HashSet<>();
        for (Observation down : downs) {
            soFar.add(down);
            vantages.add(down.vantage().id());
            long span = down.occurredAt() - downs.get(0).occurredAt();
            if (soFar.size() >= confirmation.consecutive()
                    && vantages.size() >= confirmation.vantages()
                    && span >= confirmation.hold().toMillis()) {
                return down;
            }
        }
        return null;
    }
}
