package vn.takedown.model.cases;

import java.util.ArrayList;
import java.util.List;

/** What is remembered of one target at one provider: its cases and its recent sightings. */
public final class TargetState {

    final SightingHistory history;
    final List<CaseState> cases;

    public TargetState() {
        this(new SightingHistory(), new ArrayList<>());
    }

    TargetState(SightingHistory history, List<CaseState> cases) {
        this.history = history;
        this.cases = cases;
    }

    public List<CaseState> cases() {
        return List.copyOf(cases);
    }

    public boolean isEmpty() {
        return cases.isEmpty() && history.isEmpty();
    }

    CaseState find(String requestId, String itemId) {
        for (CaseState facts : cases) {
            if (facts.identity().requestId().equals(requestId)
                    && facts.identity().itemId().equals(itemId)) {
                return facts;
            }
        }
        return null;
    }

    /** Whether a case's clock may still start, and then ask for what was seen before. */
    boolean anyWaiting() {
        for (CaseState facts : cases) {
            if (!facts.started()) {
                return true;
            }
        }
        return false;
    }
}
