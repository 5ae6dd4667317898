package vn.takedown.report;

import java.util.ArrayList;
import java.util.List;
import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.oracle.Scenarios;
import vn.takedown.model.oracle.World;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.Provider;

/** Inputs for a report: small random ones, and many of them as one, over several years. */
final class ManyWorlds {

    private ManyWorlds() {}

    /** Without pauses the time followed is the plain difference, which keeps this plain. */
    static World withoutPauses(long seed) {
        World world = Scenarios.world(seed);
        return world.withEvents(world.events().stream().filter(event -> !isPause(event)).toList());
    }

    private static boolean isPause(TakedownEvent event) {
        return event instanceof RequestUpdated updated
                && List.of(
                                RequestUpdate.PAUSED,
                                RequestUpdate.RESUMED,
                                RequestUpdate.HELD,
                                RequestUpdate.RELEASED)
                        .contains(updated.update());
    }

    /** The worlds of these seeds as one; each brings its own providers, the first the policies. */
    static World together(int seeds) {
        List<TakedownEvent> events = new ArrayList<>();
        List<Provider> providers = new ArrayList<>();
        List<Policy> policies = List.of();
        for (int seed = 1; seed <= seeds; seed++) {
            World world = withoutPauses(seed);
            String mark = "-" + seed;
            world.events().forEach(event -> events.add(marked(event, mark)));
            world.providers().forEach(provider -> providers.add(marked(provider, mark)));
            policies = policies.isEmpty() ? world.policies() : policies;
        }
        return new World(events, providers, policies);
    }

    private static Provider marked(Provider provider, String mark) {
        return new Provider(
                provider.providerId() + mark,
                provider.name() + mark,
                provider.type(),
                provider.jurisdiction(),
                provider.country(),
                provider.asns());
    }

    private static TakedownEvent marked(TakedownEvent event, String mark) {
        String id = event.eventId() + mark;
        if (event instanceof RequestIssued issued) {
            return new RequestIssued(
                    id,
                    issued.occurredAt(),
                    issued.requestId() + mark,
                    issued.itemId(),
                    issued.providerId() + mark,
                    issued.targetKey(),
                    issued.action(),
                    issued.category(),
                    issued.urgency(),
                    issued.authorityId(),
                    issued.source(),
                    issued.contentKey(),
                    issued.accountKey(),
                    issued.legalBasis());
        }
        if (event instanceof RequestUpdated updated) {
            return new RequestUpdated(
                    id,
                    updated.occurredAt(),
                    updated.update(),
                    updated.requestId() + mark,
                    updated.itemId(),
                    updated.providerId() + mark,
                    updated.targetKey(),
                    updated.reason());
        }
        if (event instanceof Acknowledgement answer) {
            return new Acknowledgement(
                    id,
                    answer.occurredAt(),
                    answer.type(),
                    answer.requestId() + mark,
                    answer.itemId(),
                    answer.providerId() + mark,
                    answer.targetKey(),
                    answer.reason());
        }
        if (event instanceof Observation seen) {
            return new Observation(
                    id,
                    seen.occurredAt(),
                    seen.providerId() + mark,
                    seen.targetKey(),
                    seen.status(),
                    seen.vantage(),
                    seen.controlStatus(),
                    seen.contentKey(),
                    seen.httpStatus());
        }
        return new Heartbeat(id, event.occurredAt());
    }
}
