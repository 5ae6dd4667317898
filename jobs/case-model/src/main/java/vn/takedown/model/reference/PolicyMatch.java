package vn.takedown.model.reference;

import java.util.Set;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.Urgency;

/** Which requests a policy is for. An empty set means any. */
public record PolicyMatch(
        Set<ProviderType> providerTypes,
        Set<Jurisdiction> jurisdictions,
        Set<Action> actions,
        Set<Category> categories,
        Set<Urgency> urgencies) {

    public static final PolicyMatch ANY =
            new PolicyMatch(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public PolicyMatch {
        providerTypes = Set.copyOf(providerTypes);
        jurisdictions = Set.copyOf(jurisdictions);
        actions = Set.copyOf(actions);
        categories = Set.copyOf(categories);
        urgencies = Set.copyOf(urgencies);
    }
}
