package vn.takedown.model.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Contract section 6, items 18 and 19. */
class KaplanMeierTest {

    @Test
    void withoutCensoringTheMedianIsTheMiddleValue() {
        // S after 1: 4/5, after 2: 3/5, after 3: 2/5, which is the first at or below 1/2.
        assertThat(KaplanMeier.quantile(removed(1, 2, 3, 4, 5), 50)).isEqualTo(3);
        assertThat(KaplanMeier.quantile(removed(1, 2, 3, 4, 5), 90)).isEqualTo(5);
    }

    @Test
    void exactlyOneHalfIsReached() {
        assertThat(KaplanMeier.quantile(removed(1, 2, 3, 4), 50)).isEqualTo(2);
    }

    @Test
    void exactlyOneTenthIsReachedHoweverManySteps() {
        // 9 of 10 removed one by one: 9/10 · 8/9 · … · 1/2 is exactly 1/10.
        List<KaplanMeier.Subject> subjects = removed(LongStream.rangeClosed(1, 10).toArray());
        assertThat(KaplanMeier.quantile(subjects, 90)).isEqualTo(9);
    }

    @Test
    void theRemissionTimesOfTheTextbookGiveItsMedian() {
        // Freireich 1963, the 21 on 6-MP: S(13) = 0.690, S(16) = 0.627, S(22) = 0.538,
        // S(23) = 0.448; the median is 23.
        List<KaplanMeier.Subject> subjects = removed(6, 6, 6, 7, 10, 13, 16, 22, 23);
        subjects.addAll(censored(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35));
        assertThat(subjects).hasSize(21);
        assertThat(KaplanMeier.quantile(subjects, 50)).isEqualTo(23);
        assertThat(KaplanMeier.quantile(subjects, 90)).isNull();
    }

    @Test
    void aCensoringAtTheTimeOfAnEventIsStillAtRisk() {
        // Three at risk at 5, one removed: 2/3. At 6 one at risk, removed: 0.
        List<KaplanMeier.Subject> subjects = removed(5, 6);
        subjects.addAll(censored(5));
        assertThat(KaplanMeier.quantile(subjects, 33)).isEqualTo(5);
        assertThat(KaplanMeier.quantile(subjects, 34)).isEqualTo(6);
    }

    @Test
    void withoutARemovalNothingIsReached() {
        assertThat(KaplanMeier.quantile(censored(1, 2), 50)).isNull();
        assertThat(KaplanMeier.quantile(List.of(), 50)).isNull();
    }

    @Test
    void aQuantileIsAValueByNearestRank() {
        assertThat(Quantile.nearestRank(List.of(), 50)).isNull();
        assertThat(Quantile.nearestRank(List.of(7L), 99)).isEqualTo(7);
        // ⌈0.5·4⌉ = 2, ⌈0.9·4⌉ = 4
        assertThat(Quantile.nearestRank(List.of(40L, 10L, 30L, 20L), 50)).isEqualTo(20);
        assertThat(Quantile.nearestRank(List.of(40L, 10L, 30L, 20L), 90)).isEqualTo(40);
        // ⌈0.95·20⌉ = 19, ⌈0.99·20⌉ = 20
        List<Long> twenty = LongStream.rangeClosed(1, 20).boxed().toList();
        assertThat(Quantile.nearestRank(twenty, 95)).isEqualTo(19);
        assertThat(Quantile.nearestRank(twenty, 99)).isEqualTo(20);
    }

    private static List<KaplanMeier.Subject> removed(long... times) {
        return subjects(true, times);
    }

    private static List<KaplanMeier.Subject> censored(long... times) {
        return subjects(false, times);
    }

    private static List<KaplanMeier.Subject> subjects(boolean removed, long... times) {
        List<KaplanMeier.Subject> subjects = new ArrayList<>();
        for (long time : times) {
            subjects.add(new KaplanMeier.Subject(time, removed));
        }
        return subjects;
    }
}
