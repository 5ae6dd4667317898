package vn.takedown.model.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LeagueTest {

    @Test
    void theGreaterShareIsBetterAndNamesDecideBetweenEqualOnes() {
        League league =
                League.of(
                        List.of(
                                standing("b", 10, 20),
                                standing("a", 9, 10),
                                standing("d", 5, 10),
                                standing("c", 50, 100)),
                        10);

        assertThat(league.position("a")).isEqualTo(1);
        assertThat(league.position("b")).isEqualTo(2);
        assertThat(league.position("c")).isEqualTo(3);
        assertThat(league.position("d")).isEqualTo(4);
        assertThat(league.size()).isEqualTo(4);
    }

    @Test
    void aProviderWithTooFewDueCasesHasNoPosition() {
        League league = League.of(List.of(standing("a", 9, 9), standing("b", 1, 10)), 10);

        assertThat(league.position("a")).isNull();
        assertThat(league.position("b")).isEqualTo(1);
        assertThat(league.size()).isEqualTo(1);
    }

    @Property(tries = 300)
    void theOrderOfArrivalDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        List<ProviderStanding> standings = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int due = random.nextInt(8);
            standings.add(standing("p-" + i, random.nextInt(due + 1), due));
        }
        League league = League.of(standings, 2);
        Collections.shuffle(standings, random);

        assertThat(League.of(standings, 2)).isEqualTo(league);
        assertThat(league.positions().values()).doesNotHaveDuplicates();
    }

    private static ProviderStanding standing(String providerId, long onTime, long due) {
        return new ProviderStanding(
                providerId,
                0,
                0,
                OverdueAges.NONE,
                DueCount.NONE,
                DueCount.NONE,
                DueCount.NONE,
                DueCount.NONE,
                new DueCount(onTime, 0, due - onTime));
    }
}
