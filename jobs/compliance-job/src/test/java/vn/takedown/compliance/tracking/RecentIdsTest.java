package vn.takedown.compliance.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RecentIdsTest {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = 24 * HOUR;

    /** Each step lets 20 minutes pass, asks for an id, adds it if new, and lets old ones go. */
    @Property
    void anIdIsKnownExactlyUntilItIsTooOld(
            @ForAll @Size(max = 300) List<@IntRange(max = 80) Integer> ids) {
        RecentIds recent = new RecentIds();
        Map<Integer, Long> expected = new HashMap<>();
        long now = 0;
        for (int id : ids) {
            now += HOUR / 3;
            long hash = RecentIds.hashOf("observation-" + id);
            assertThat(recent.contains(hash)).isEqualTo(expected.containsKey(id));
            if (expected.putIfAbsent(id, now) == null) {
                recent.add(hash, now);
            }
            long oldest = now - DAY;
            expected.values().removeIf(at -> at < oldest);
            recent.expire(now, HOUR);
            assertThat(recent.size()).isEqualTo(expected.size());
        }
        for (int i = 0; i < recent.size(); i++) {
            assertThat(expected).containsValue(recent.instant(i));
        }
    }

    @Test
    void theLastOneIsForgottenADayAfterTheNewest() {
        RecentIds recent = new RecentIds();
        recent.add(RecentIds.hashOf("later"), 2 * HOUR);
        recent.add(RecentIds.hashOf("earlier"), HOUR);

        assertThat(recent.expiresAt(HOUR)).isEqualTo(2 * HOUR + DAY + 1);
        recent.expire(2 * HOUR + DAY, HOUR);
        assertThat(recent.size()).isEqualTo(1);
        recent.expire(recent.expiresAt(HOUR), HOUR);
        assertThat(recent.size()).isZero();
        assertThat(recent.contains(RecentIds.hashOf("later"))).isFalse();
    }

    @Test
    void idsAreKeptForAsLongAsEventsMayBeLate() {
        RecentIds recent = new RecentIds();
        recent.add(RecentIds.hashOf("id"), 0);

        recent.expire(2 * DAY, 2 * DAY);
        assertThat(recent.contains(RecentIds.hashOf("id"))).isTrue();
    }
}
