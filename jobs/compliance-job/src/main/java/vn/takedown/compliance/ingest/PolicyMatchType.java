package vn.takedown.compliance.ingest;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.reference.Jurisdiction;
import vn.takedown.model.reference.PolicyMatch;
import vn.takedown.model.reference.ProviderType;

/** {@code match} of a policy; an absent or empty array means any. */
final class PolicyMatchType extends ObjectType<PolicyMatch> {

    private final Field<List<ProviderType>> providerTypes =
            listOf("provider_types", ProviderType.class);
    private final Field<List<Jurisdiction>> jurisdictions =
            listOf("jurisdictions", Jurisdiction.class);
    private final Field<List<Action>> actions = listOf("actions", Action.class);
    private final Field<List<Category>> categories = listOf("categories", Category.class);
    private final Field<List<Urgency>> urgencies = listOf("urgencies", Urgency.class);

    PolicyMatchType(String path) {
        super(path);
    }

    private <E extends Enum<E>> Field<List<E>> listOf(String name, Class<E> type) {
        return shape.field(name, new ListType<>("match." + name, TextTypes.oneOf(type)));
    }

    @Override
    PolicyMatch build() {
        return new PolicyMatch(
                set(providerTypes),
                set(jurisdictions),
                set(actions),
                set(categories),
                set(urgencies));
    }

    private <E extends Enum<E>> Set<E> set(Field<List<E>> field) {
        List<E> values = shape.optional(field, List.of());
        return values.isEmpty() ? Set.of() : EnumSet.copyOf(values);
    }
}
