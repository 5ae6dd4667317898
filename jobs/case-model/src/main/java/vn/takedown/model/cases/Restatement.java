package vn.takedown.model.cases;

import java.util.ArrayList;
import java.util.List;

/**
 * What a late event has led to.
 *
 * @param event what must be remembered of it
 * @param outcome what became of it
 * @param differences the earlier events of which something else has become
 */
public record Restatement(PastEvent event, Application outcome, List<Difference> differences) {

    /**
     * An earlier event, for example one that was ignored until its case's late {@code ISSUED} came.
     */
    public record Difference(PastEvent event, Application before, Application after) {}

    static List<Difference> differences(
            List<PastEvent> past, List<Application> before, List<Application> after) {
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < past.size(); i++) {
            if (before.get(i) != after.get(i)) {
                differences.add(new Difference(past.get(i), before.get(i), after.get(i)));
            }
        }
        return differences;
    }
}
