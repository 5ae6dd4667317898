package vn.takedown.model.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Contract section 6, item 18: quantiles by nearest rank. */
class CountedValuesTest {

    @Test
    void aQuantileOfNothingIsNothing() {
        assertThat(values().quantile(50)).isNull();
        assertThat(values().size()).isZero();
    }

    @Test
    void aQuantileIsTheValueOfItsRankRoundedUp() {
        // ⌈0.5·4⌉ = 2, ⌈0.9·4⌉ = 4
        assertThat(values(40, 10, 30, 20).quantile(50)).isEqualTo(20);
        assertThat(values(40, 10, 30, 20).quantile(90)).isEqualTo(40);
        // ⌈0.5·5⌉ = 3
        assertThat(values(1, 2, 3, 4, 5).quantile(50)).isEqualTo(3);
        // ⌈0.99·1⌉ = 1
        assertThat(values(7).quantile(99)).isEqualTo(7);
    }

    @Test
    void valuesThatOccurOftenTakeAsManyRanks() {
        // 3 is the second to the ninth smallest of ten.
        CountedValues often = values(1, 3, 3, 3, 3, 3, 3, 3, 3, 9);
        assertThat(often.quantile(10)).isEqualTo(1);
        assertThat(often.quantile(11)).isEqualTo(3);
        assertThat(often.quantile(90)).isEqualTo(3);
        assertThat(often.quantile(91)).isEqualTo(9);
    }

    @Test
    void aBoundIncludesTheValueThatReachesIt() {
        assertThat(values(1, 2, 2, 3).atMost(2)).isEqualTo(3);
        assertThat(values(1, 2, 2, 3).atMost(0)).isZero();
        assertThat(values(1, 2, 2, 3).atMost(9)).isEqualTo(4);
    }

    @Property
    void aQuantileIsTheOneFoundBySorting(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = 20) Long> all,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
        int rank = (int) Math.ceil(percent * sorted.length / 100.0 - 1e-9);
        assertThat(values(sorted).quantile(percent)).isEqualTo(sorted[rank - 1]);
    }

    private static CountedValues values(long... all) {
        SortedMap<Long, Integer> occurrences = new TreeMap<>();
        Arrays.stream(all).forEach(value -> occurrences.merge(value, 1, Integer::sum));
        return CountedValues.of(occurrences);
    }
}
