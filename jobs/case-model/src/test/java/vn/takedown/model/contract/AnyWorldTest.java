package vn.takedown.model.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.oracle.OracleCase;
import vn.takedown.model.oracle.Scenarios;
import vn.takedown.model.oracle.World;

/** What contract section 3 says of every input. */
class AnyWorldTest {

    @Property(tries = 100)
    void theOrderOfArrivalMakesNoDifference(@ForAll long seed) {
        World world = Scenarios.world(seed);
        List<TakedownEvent> shuffled = new ArrayList<>(world.events());
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Judges.agreeOn(world.withEvents(shuffled))).isEqualTo(Judges.agreeOn(world));
    }

    @Property(tries = 100)
    void theTrueRemovalLiesBetweenTheTwoBounds(@ForAll long seed) {
        for (OracleCase item : Judges.agreeOn(Scenarios.world(seed)).cases()) {
            Long high = (Long) item.get("ttr_high_ms");
            if (high != null) {
                assertThat((Long) item.get("ttr_low_ms")).isBetween(0L, high);
            }
        }
    }
}
