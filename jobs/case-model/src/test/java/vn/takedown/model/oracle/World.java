package vn.takedown.model.oracle;

import java.util.List;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.Provider;

/**
 * One complete input: what the topics of contract section 1 held.
 *
 * @param events of all topics together, in order of arrival; the topic follows from the type
 * @param providers a later entry replaces an earlier one with the same id
 * @param policies a later entry replaces an earlier one with the same id and version
 */
public record World(List<TakedownEvent> events, List<Provider> providers, List<Policy> policies) {

    public World {
        events = List.copyOf(events);
        providers = List.copyOf(providers);
        policies = List.copyOf(policies);
    }

    /** The same world with other events. */
    public World withEvents(List<TakedownEvent> others) {
        return new World(others, providers, policies);
    }
}
