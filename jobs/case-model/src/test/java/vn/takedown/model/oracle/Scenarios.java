package vn.takedown.model.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.TakedownEvent;

/**
 * Random small worlds whose instants fall on, just before and just after the borders of the
 * contract's rules.
 *
 * <p>The same seed always gives the same world. When a comparison fails, {@link Reduction} finds a
 * small world that fails too.
 */
public final class Scenarios {

    private Scenarios() {}

    /** The world of this seed, its events in an arbitrary order and some of them repeated. */
    public static World world(long seed) {
        return new ScenarioBuilder(new Random(seed)).build();
    }

    /** Worlds for a jqwik property. A seed says nothing about another, so nothing is shrunk. */
    public static Arbitrary<World> worlds() {
        return Arbitraries.randomValue(Random::nextLong).map(Scenarios::world);
    }

    /**
     * The events in a random order of arrival whose disorder stays below a bound: no event comes
     * after one that is {@code bound} or more milliseconds younger. A heartbeat keeps its promise:
     * nothing earlier than it comes after it. Equal instants come in any order.
     *
     * @param bound milliseconds; 1 or less leaves no disorder but that of equal instants
     */
    public static List<TakedownEvent> arrival(List<TakedownEvent> events, long bound, long seed) {
        record Arriving(TakedownEvent event, long at) {}
        Random random = new Random(seed);
        List<Arriving> arriving = new ArrayList<>();
        for (TakedownEvent event : events) {
            long delay = 0;
            if (bound > 1) {
                delay = event instanceof Heartbeat ? bound - 1 : random.nextLong(bound - 1);
            }
            arriving.add(new Arriving(event, event.occurredAt() + delay));
        }
        Collections.shuffle(arriving, random);
        arriving.sort(Comparator.comparingLong(Arriving::at));
        return arriving.stream().map(Arriving::event).toList();
    }
}
