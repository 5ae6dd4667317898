package vn.takedown.compliance.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.takedown.compliance.event.ProviderKey;

class TargetCacheTest {

    private final Kept kept = new Kept();

    /** State that remembers what was read and written. */
    private static final class Kept implements TargetCache.Store {
        private final Map<ProviderKey, TrackedTarget> state = new HashMap<>();
        private final List<String> calls = new ArrayList<>();

        @Override
        public TrackedTarget read(ProviderKey key) {
            calls.add("read " + key.providerId());
            return state.get(key);
        }

        @Override
        public void write(ProviderKey key, TrackedTarget tracked) {
            calls.add("write " + key.providerId());
            state.put(key, tracked);
        }
    }

    @Test
    void aTargetIsReadOnceWhileItIsKept() throws Exception {
        TargetCache cache = new TargetCache(2, kept);
        TrackedTarget first = cache.take(key("a"));

        assertThat(cache.take(key("a"))).isSameAs(first);
        assertThat(kept.calls).containsExactly("read a");
    }

    @Test
    void theOneUsedLongestAgoIsWrittenToMakeRoom() throws Exception {
        TargetCache cache = new TargetCache(2, kept);
        cache.take(key("a"));
        cache.take(key("b"));
        cache.take(key("a"));
        cache.take(key("c"));

        assertThat(kept.calls).containsExactly("read a", "read b", "write b", "read c");
    }

    @Test
    void allThatHasChangedIsWrittenOnceBeforeACheckpoint() throws Exception {
        TargetCache cache = new TargetCache(10, kept);
        cache.take(key("a"));
        cache.take(key("b"));
        cache.writeAll();
        cache.take(key("b"));
        cache.writeAll();

        assertThat(kept.calls).containsExactly("read a", "read b", "write a", "write b", "write b");
    }

    @Test
    void whatWasForgottenIsReadAgain() throws Exception {
        TargetCache cache = new TargetCache(10, kept);
        TrackedTarget written = cache.take(key("a"));
        cache.writeAll();
        cache.clear();

        assertThat(cache.take(key("a"))).isSameAs(written);
        assertThat(kept.calls).containsExactly("read a", "write a", "read a");
    }

    private static ProviderKey key(String provider) {
        return ProviderKey.of(provider, "0".repeat(64));
    }
}
