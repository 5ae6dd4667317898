package vn.takedown.compliance.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.event.Envelopes.hour;
import static vn.takedown.compliance.event.Envelopes.seen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.takedown.compliance.event.EventEnvelope;
import vn.takedown.model.event.ObservationStatus;

class TrackedTargetTest {

    @Property(tries = 200)
    void eventsWaitInTheirOrderHoweverTheyCome(
            @ForAll Random random, @ForAll @IntRange(max = 12) int dropped) {
        List<EventEnvelope> ordered = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            // Two of each instant, told apart by their ids.
            ordered.add(seen(String.format("event-%02d", i), i / 2, ObservationStatus.UP));
        }
        List<EventEnvelope> arriving = new ArrayList<>(ordered);
        Collections.shuffle(arriving, random);
        TrackedTarget tracked = new TrackedTarget();
        arriving.forEach(tracked::await);

        assertThat(tracked.waiting).isEqualTo(ordered);
        tracked.dropWaiting(dropped);
        assertThat(tracked.waiting).isEqualTo(ordered.subList(dropped, 12));
        if (dropped < 12) {
            assertThat(tracked.firstWaitingAt()).isEqualTo(hour(dropped / 2));
            assertThat(tracked.lastWaitingAt()).isEqualTo(hour(5));
        }
    }

    @Test
    void nothingThatWaitsComesNever() {
        TrackedTarget tracked = new TrackedTarget();
        tracked.await(seen("event", 1, ObservationStatus.UP));
        tracked.dropWaiting(1);

        assertThat(tracked.firstWaitingAt()).isEqualTo(TrackedTarget.NO_TIMER);
        assertThat(tracked.lastWaitingAt()).isEqualTo(Long.MIN_VALUE);
    }
}
