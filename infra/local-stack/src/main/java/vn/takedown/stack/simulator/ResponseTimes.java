package vn.takedown.stack.simulator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.takedown.model.event.Urgency;

/**
 * How long providers take. The mixture of a family is fitted so that all its providers together,
 * urgent and other items in their shares, pass through the family's published points; each provider
 * keeps its own place in it.
 */
final class ResponseTimes {

    /** Urgent items take about six tenths of the time. */
    private static final double URGENT_SHIFT = -0.5;

    private final Map<ProviderFamily, LognormalMixture> mixtures =
            new EnumMap<>(ProviderFamily.class);

    ResponseTimes(List<SimulatedProvider> providers) {
        for (ProviderFamily family : ProviderFamily.values()) {
            List<LognormalMixture.Component> components = new ArrayList<>();
            for (SimulatedProvider provider : providers) {
                if (provider.family() == family) {
                    for (Urgency urgency : Urgency.values()) {
                        components.add(component(provider, urgency));
                    }
                }
            }
            mixtures.put(
                    family, LognormalMixture.through(components, family.earlier(), family.later()));
        }
    }

    /** Milliseconds from the request's arrival to the provider's act. */
    long draw(SimulatedProvider provider, Urgency urgency, Dice dice) {
        LognormalMixture mixture = mixtures.get(provider.family());
        double median = StrictMath.exp(mixture.mu() + shift(provider, urgency));
        return Math.max(1_000, dice.lognormal(median, mixture.sigma()));
    }

    private static LognormalMixture.Component component(
            SimulatedProvider provider, Urgency urgency) {
        double share = urgency == Urgency.URGENT ? Intake.URGENT_SHARE : 1 - Intake.URGENT_SHARE;
        return new LognormalMixture.Component(
                provider.weight() * share,
                shift(provider, urgency),
                1 - provider.behaviour().noAction());
    }

    private static double shift(SimulatedProvider provider, Urgency urgency) {
        return provider.behaviour().slowness() + (urgency == Urgency.URGENT ? URGENT_SHIFT : 0);
    }
}
