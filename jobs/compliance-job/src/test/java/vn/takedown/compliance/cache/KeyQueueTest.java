package vn.takedown.compliance.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KeyQueueTest {

    /** Told when it is queued; each has one key. */
    private static final class Sleeper {
        private long queuedAt = Long.MAX_VALUE;
    }

    private final KeyQueue<Integer, Sleeper> queue = new KeyQueue<>(value -> value.queuedAt);
    private int keys;

    private Cached<Integer, Sleeper> queued(long instant) {
        Cached<Integer, Sleeper> held = new Cached<>(keys++, new Sleeper());
        queue(held, instant);
        return held;
    }

    private void queue(Cached<Integer, Sleeper> held, long instant) {
        held.take().queuedAt = instant;
        queue.add(instant, held);
    }

    @Property
    void valuesComeOutInTheOrderOfTheirTimesAlsoWhileOthersGoIn(
            @ForAll @Size(max = 300) List<Short> instants, @ForAll long now) {
        List<Long> expected = new ArrayList<>();
        for (short instant : instants) {
            queued(instant);
            expected.add((long) instant);
            if (instant % 3 == 0) {
                expected.sort(Comparator.naturalOrder());
                assertThat(take(expected.get(0))).isEqualTo(expected.remove(0));
            }
        }
        expected.sort(Comparator.naturalOrder());
        for (long next : expected) {
            assertThat(queue.takeReached(next - 1)).isNull();
            assertThat(take(next)).isEqualTo(next);
        }
        assertThat(queue.takeReached(now)).isNull();
    }

    private long take(long now) {
        return queue.takeReached(now).peek().queuedAt;
    }

    /** Each step queues one of ten values for another time, or lets one leave. */
    @Property
    void whatHasLeftOrIsQueuedForAnotherTimeIsPassedOver(
            @ForAll @Size(max = 2000) List<Short> steps) {
        Map<Integer, Cached<Integer, Sleeper>> present = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            int key = Math.floorMod(steps.get(i), 10);
            Cached<Integer, Sleeper> held =
                    present.computeIfAbsent(key, each -> new Cached<>(each, new Sleeper()));
            if (i % 7 == 0) {
                held.leave();
                present.remove(key);
            } else {
                queue(held, steps.get(i));
            }
        }
        List<Long> expected =
                present.values().stream().map(held -> held.peek().queuedAt).sorted().toList();
        List<Long> taken = new ArrayList<>();
        Cached<Integer, Sleeper> held = queue.takeReached(Short.MAX_VALUE);
        while (held != null) {
            taken.add(held.peek().queuedAt);
            held.take().queuedAt = Long.MAX_VALUE;
            held = queue.takeReached(Short.MAX_VALUE);
        }
        assertThat(taken).isEqualTo(expected);
    }

    @Test
    void howeverManyKeysPassThroughItHoldsAFewTimesThoseThatAreThere() {
        List<Cached<Integer, Sleeper>> present = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            present.add(queued(1_000_000 - i));
            if (present.size() > 100) {
                present.remove(0).leave();
            }
            assertThat(queue.size()).isLessThanOrEqualTo(512);
        }
    }
}
