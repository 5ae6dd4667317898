package vn.takedown.model.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Contract section 6, item 19. */
class KaplanMeierTest {

    private static final long[] NONE = {};

    @Test
    void tenCasesOfWhichFourAreOpenHaveAMedianButNoNinetiethPercentile() {
        // S: 0.9 at 2, 0.8 at 5, 0.7 at 8, 0.6 at 20, 0.5 at 23, 0.4 at 30.
        long[] removed = {2, 5, 8, 20, 23, 30};
        long[] open = {50, 70, 100, 100};
        assertThat(quantile(removed, open, 0.5)).isEqualTo(23);
        assertThat(quantile(removed, open, 0.6)).isEqualTo(30);
        assertThat(quantile(removed, open, 0.9)).isNull();
        assertThat(quantile(removed, open, 0.95)).isNull();
        // Those who forget the open ones find 8: the third smallest of six.
        assertThat(values(removed).quantile(50)).isEqualTo(8);
    }

    @Test
    void casesCensoredAmongTheRemovalsLeaveTheRiskAtTheirTime() {
        // S: 0.9 at 1, 0.7 at 3, 0.58333 at 10, 0.46667 at 24, 0.31111 at 26, 0.15556 at 48.
        long[] removed = {1, 3, 3, 10, 24, 26, 48};
        long[] open = {6, 24, 72};
        assertThat(quantile(removed, open, 0.3)).isEqualTo(3);
        assertThat(quantile(removed, open, 0.5)).isEqualTo(24);
        assertThat(quantile(removed, open, 0.75)).isEqualTo(48);
        assertThat(quantile(removed, open, 0.9)).isNull();
    }

    @Test
    void aCensoringAtTheTimeOfARemovalIsStillAtRisk() {
        // Three at risk at 5, one removed: 2/3. At 6 one at risk, removed: 0.
        assertThat(quantile(new long[] {5, 6}, new long[] {5}, 0.33)).isEqualTo(5);
        assertThat(quantile(new long[] {5, 6}, new long[] {5}, 0.34)).isEqualTo(6);
    }

    @Test
    void aShareThatIsReachedExactlyIsReached() {
        assertThat(quantile(new long[] {1, 2, 3, 4}, NONE, 0.5)).isEqualTo(2);
        // 9/10 · 8/9 · … · 1/2 is exactly 1/10, however the product is rounded.
        for (int cases = 10; cases <= 1000; cases += 10) {
            long[] all = LongStream.rangeClosed(1, cases).toArray();
            assertThat(quantile(all, NONE, 0.9)).as("%d cases", cases).isEqualTo(cases / 10 * 9);
        }
    }

    @Test
    void withoutARemovalNothingIsReached() {
        assertThat(quantile(NONE, new long[] {1, 2}, 0.5)).isNull();
        assertThat(quantile(NONE, NONE, 0.5)).isNull();
    }

    private static Long quantile(long[] removed, long[] open, double probability) {
        return KaplanMeier.quantile(values(removed), values(open), probability);
    }

    private static CountedValues values(long[] all) {
        SortedMap<Long, Integer> occurrences = new TreeMap<>();
        Arrays.stream(all).forEach(value -> occurrences.merge(value, 1, Integer::sum));
        return CountedValues.of(occurrences);
    }
}
