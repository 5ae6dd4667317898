package vn.takedown.model.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.Provider;

/** Makes a failing world small enough to read. */
public final class Reduction {

    private Reduction() {}

    /**
     * A world that still fails although no single event, policy or provider can be left out.
     *
     * @param fails must hold for {@code world}; also for events in their given order
     */
    public static World smallest(World world, Predicate<World> fails) {
        if (!fails.test(world)) {
            throw new IllegalArgumentException("this world does not fail");
        }
        World before;
        World smaller = world;
        do {
            before = smaller;
            World base = smaller;
            Function<List<TakedownEvent>, World> withEvents = base::withEvents;
            smaller = base.withEvents(shorten(base.events(), withEvents, fails));

            World fewer = smaller;
            Function<List<Policy>, World> withPolicies =
                    policies -> new World(fewer.events(), fewer.providers(), policies);
            smaller = withPolicies.apply(shorten(fewer.policies(), withPolicies, fails));

            World least = smaller;
            Function<List<Provider>, World> withProviders =
                    providers -> new World(least.events(), providers, least.policies());
            smaller = withProviders.apply(shorten(least.providers(), withProviders, fails));
        } while (!smaller.equals(before));
        return smaller;
    }

    /** Leaves out ever shorter stretches of the list as long as the world still fails. */
    private static <E> List<E> shorten(
            List<E> items, Function<List<E>, World> with, Predicate<World> fails) {
        List<E> kept = new ArrayList<>(items);
        for (int length = Math.max(1, kept.size() / 2); length >= 1; length /= 2) {
            int from = 0;
            while (from < kept.size()) {
                List<E> without = new ArrayList<>(kept);
                without.subList(from, Math.min(from + length, kept.size())).clear();
                if (fails.test(with.apply(without))) {
                    kept = without;
                } else {
                    from += length;
                }
            }
        }
        return kept;
    }
}
