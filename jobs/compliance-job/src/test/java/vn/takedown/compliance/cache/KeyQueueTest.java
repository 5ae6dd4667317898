package vn.takedown.compliance.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class KeyQueueTest {

    @Property
    void keysComeOutInTheOrderOfTheirTimesAlsoWhileOthersGoIn(
            @ForAll @Size(max = 300) List<Short> instants, @ForAll long now) {
        KeyQueue<String> queue = new KeyQueue<>();
        List<Long> expected = new ArrayList<>();
        for (short instant : instants) {
            queue.add(instant, "key of " + instant);
            expected.add((long) instant);
            if (instant % 3 == 0) {
                expected.sort(Comparator.naturalOrder());
                assertThat(queue.firstAt()).isEqualTo(expected.get(0));
                assertThat(queue.take()).isEqualTo("key of " + expected.remove(0));
            }
        }
        expected.sort(Comparator.naturalOrder());
        for (long next : expected) {
            assertThat(queue.hasReached(next - 1)).isFalse();
            assertThat(queue.hasReached(next)).isTrue();
            assertThat(queue.take()).isEqualTo("key of " + next);
        }
        assertThat(queue.hasReached(now)).isFalse();
    }
}
