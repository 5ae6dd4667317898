package vn.takedown.compliance.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WriteBackCacheTest {

    private final Kept kept = new Kept();

    /** State that remembers what was read and written. */
    private static final class Kept implements WriteBackCache.Store<String, StringBuilder> {
        private final Map<String, StringBuilder> state = new HashMap<>();
        private final List<String> calls = new ArrayList<>();

        @Override
        public StringBuilder read(String key) {
            calls.add("read " + key);
            return state.getOrDefault(key, new StringBuilder());
        }

        @Override
        public void write(String key, StringBuilder value) {
            calls.add("write " + key);
            state.put(key, value);
        }
    }

    @Test
    void aTargetIsReadOnceWhileItIsKept() throws Exception {
        WriteBackCache<String, StringBuilder> cache = new WriteBackCache<>(2, kept);
        StringBuilder first = cache.take("a");

        assertThat(cache.take("a")).isSameAs(first);
        assertThat(kept.calls).containsExactly("read a");
    }

    @Test
    void theOneUsedLongestAgoIsWrittenToMakeRoom() throws Exception {
        WriteBackCache<String, StringBuilder> cache = new WriteBackCache<>(2, kept);
        cache.take("a");
        cache.take("b");
        cache.take("a");
        cache.take("c");

        assertThat(kept.calls).containsExactly("read a", "read b", "write b", "read c");
    }

    @Test
    void allThatHasChangedIsWrittenOnceBeforeACheckpoint() throws Exception {
        WriteBackCache<String, StringBuilder> cache = new WriteBackCache<>(10, kept);
        cache.take("a");
        cache.take("b");
        cache.writeAll();
        cache.take("b");
        cache.writeAll();

        assertThat(kept.calls).containsExactly("read a", "read b", "write a", "write b", "write b");
    }

    @Test
    void whatWasForgottenIsReadAgain() throws Exception {
        WriteBackCache<String, StringBuilder> cache = new WriteBackCache<>(10, kept);
        StringBuilder written = cache.take("a");
        cache.writeAll();
        cache.clear();

        assertThat(cache.take("a")).isSameAs(written);
        assertThat(kept.calls).containsExactly("read a", "write a", "read a");
    }

    @Test
    void aValueThatWasUsedAgainStaysBeforeOneThatWasNot() throws Exception {
        WriteBackCache<String, StringBuilder> cache = new WriteBackCache<>(3, kept);
        cache.take("a");
        cache.take("b");
        cache.take("c");
        cache.take("b");
        Cached<String, StringBuilder> first = cache.hold("d");
        cache.take("e");

        assertThat(kept.calls)
                .containsExactly(
                        "read a", "read b", "read c", "write a", "read d", "write c", "read e");
        assertThat(first.peek()).isNotNull();
    }

    /** Every step adds its number to the value of one key; now and then all is written. */
    @Property
    void whateverIsTakenNothingIsLostAndNoMoreThanTheMostIsHeld(
            @ForAll @IntRange(min = 1, max = 5) int most,
            @ForAll @Size(max = 200) List<@IntRange(max = 9) Integer> keys)
            throws Exception {
        Map<String, String> written = new HashMap<>();
        WriteBackCache<String, StringBuilder> cache = new WriteBackCache<>(most, bytes(written));
        Map<String, String> expected = new HashMap<>();
        Map<String, Cached<String, StringBuilder>> held = new HashMap<>();
        for (int step = 0; step < keys.size(); step++) {
            String key = "key-" + keys.get(step);
            Cached<String, StringBuilder> entry = cache.hold(key);
            entry.take().append(step).append(' ');
            held.put(key, entry);
            expected.merge(key, step + " ", String::concat);
            assertThat(entry.peek()).hasToString(expected.get(key));
            assertThat(held.values().stream().filter(one -> one.peek() != null).count())
                    .isLessThanOrEqualTo(most);
            if (step % 17 == 0) {
                cache.writeAll();
            }
        }
        cache.writeAll();
        assertThat(written).isEqualTo(expected);
    }

    /** State that keeps what was written and not the object. */
    private static WriteBackCache.Store<String, StringBuilder> bytes(Map<String, String> written) {
        return new WriteBackCache.Store<>() {
            @Override
            public StringBuilder read(String key) {
                return new StringBuilder(written.getOrDefault(key, ""));
            }

            @Override
            public void write(String key, StringBuilder value) {
                written.put(key, value.toString());
            }
        };
    }
}
