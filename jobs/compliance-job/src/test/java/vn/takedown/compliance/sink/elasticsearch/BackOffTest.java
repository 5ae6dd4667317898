package vn.takedown.compliance.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Duration MIN = Duration.ofMillis(100);
    private static final Duration MAX = Duration.ofSeconds(30);

    /** No jitter: the full wait. */
    private static final RandomGenerator LONGEST =
            new Random() {
                @Override
                public long nextLong(long bound) {
                    return 0;
                }
            };

    @Test
    void theWaitDoublesUntilItsCap() {
        BackOff backOff = new BackOff(MIN, MAX, LONGEST);

        assertThat(
                        java.util.stream.IntStream.range(0, 11)
                                .mapToLong(i -> backOff.next(false).toMillis()))
                .containsExactly(
                        100L, 200L, 400L, 800L, 1600L, 3200L, 6400L, 12800L, 25600L, 30000L,
                        30000L);
    }

    @Test
    void aSlowWaitIsTenTimesAsLong() {
        assertThat(new BackOff(MIN, MAX, LONGEST).next(true)).isEqualTo(MIN.multipliedBy(10));
    }

    @Test
    void successStartsOver() {
        BackOff backOff = new BackOff(MIN, MAX, LONGEST);
        backOff.next(false);
        backOff.next(false);
        backOff.reset();

        assertThat(backOff.next(false)).isEqualTo(MIN);
    }

    @Property
    void everyWaitIsBetweenHalfAndAllOfTheFullOne(
            @ForAll long seed,
            @ForAll @IntRange(max = 80) int refusals,
            @ForAll @IntRange(min = 1, max = 100_000) int min,
            @ForAll boolean slow) {
        Duration longest = Duration.ofMillis(Math.max(min, 30_000));
        BackOff jittered = new BackOff(Duration.ofMillis(min), longest, new Random(seed));
        BackOff full = new BackOff(Duration.ofMillis(min), longest, LONGEST);
        for (int i = 0; i < refusals; i++) {
            jittered.next(slow);
            full.next(slow);
        }
        long expected = full.next(slow).toMillis();

        assertThat(expected).isBetween(1L, longest.toMillis());
        assertThat(jittered.next(slow).toMillis()).isBetween(expected / 2, expected);
    }
}
