package vn.takedown.stack.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestSource;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.reference.Criterion;
import vn.takedown.model.reference.Jurisdiction;
import vn.takedown.model.reference.Provider;
import vn.takedown.model.reference.ProviderType;

/** Everything a policy can look at in a request, one value of each {@link Criterion}. */
public record Situation(
        ProviderType providerType,
        Jurisdiction jurisdiction,
        Action action,
        Category category,
        Urgency urgency) {

    private static final String UNNAMED = "unnamed";

    /** All there are. */
    static List<Situation> all() {
        List<Situation> all = new ArrayList<>();
        for (ProviderType type : ProviderType.values()) {
            for (Jurisdiction jurisdiction : Jurisdiction.values()) {
                for (Action action : Action.values()) {
                    for (Category category : Category.values()) {
                        for (Urgency urgency : Urgency.values()) {
                            all.add(new Situation(type, jurisdiction, action, category, urgency));
                        }
                    }
                }
            }
        }
        return all;
    }

    /** Only an ISP is asked to block (contract section 2). */
    boolean isForeseen() {
        return action != Action.BLOCK || providerType == ProviderType.ISP;
    }

    Enum<?> value(Criterion criterion) {
        return switch (criterion) {
            case PROVIDER_TYPE -> providerType;
            case JURISDICTION -> jurisdiction;
            case ACTION -> action;
            case CATEGORY -> category;
            case URGENCY -> urgency;
        };
    }

    /** How many values a criterion can take. */
    static int values(Criterion criterion) {
        return switch (criterion) {
            case PROVIDER_TYPE -> ProviderType.values().length;
            case JURISDICTION -> Jurisdiction.values().length;
            case ACTION -> Action.values().length;
            case CATEGORY -> Category.values().length;
            case URGENCY -> Urgency.values().length;
        };
    }

    /** A made-up provider of this type and jurisdiction. */
    public Provider provider() {
        String id = providerType + "-" + jurisdiction;
        return new Provider(id, id, providerType, jurisdiction, "ZZ", Set.of());
    }

    /**
     * A made-up request at {@link #provider()}.
     *
     * @param issuedAt milliseconds since the epoch
     */
    public RequestIssued issued(long issuedAt) {
        return new RequestIssued(
                UNNAMED,
                issuedAt,
                UNNAMED,
                UNNAMED,
                provider().providerId(),
                "0".repeat(64),
                action,
                category,
                urgency,
                UNNAMED,
                RequestSource.AUTHORITY,
                null,
                null,
                null);
    }
}
