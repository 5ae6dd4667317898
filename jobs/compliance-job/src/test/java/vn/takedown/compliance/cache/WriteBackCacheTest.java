package vn.takedown.compliance.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
}
