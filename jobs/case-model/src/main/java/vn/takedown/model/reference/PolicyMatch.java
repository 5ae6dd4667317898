package vn.takedown.model.reference;

import java.util.EnumSet;
import java.util.Set;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.RequestIssued;
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

    /**
     * What keeps the request out; empty when the policy is for it.
     *
     * @param provider null when the registry does not know it; then only a policy that names
     *     neither provider types nor jurisdictions is for it
     */
    public Set<Criterion> unmet(RequestIssued issued, Provider provider) {
        Set<Criterion> unmet = EnumSet.noneOf(Criterion.class);
        if (!any(providerTypes, provider == null ? null : provider.type())) {
            unmet.add(Criterion.PROVIDER_TYPE);
        }
        if (!any(jurisdictions, provider == null ? null : provider.jurisdiction())) {
            unmet.add(Criterion.JURISDICTION);
        }
        if (!any(actions, issued.action())) {
            unmet.add(Criterion.ACTION);
        }
        if (!any(categories, issued.category())) {
            unmet.add(Criterion.CATEGORY);
        }
        if (!any(urgencies, issued.urgency())) {
            unmet.add(Criterion.URGENCY);
        }
        return unmet;
    }

    /** An empty set means any; a value that is not known matches no set but that. */
    private static <T> boolean any(Set<T> allowed, T value) {
        return allowed.isEmpty() || (value != null && allowed.contains(value));
    }
}
