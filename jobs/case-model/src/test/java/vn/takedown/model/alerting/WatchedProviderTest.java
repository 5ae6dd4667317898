package vn.takedown.model.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.ReferenceBook;
import vn.takedown.model.reference.Strike;

class WatchedProviderTest {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = 24 * HOUR;
    private static final long START = 1_000 * DAY;

    private final ReferenceBook book = new ReferenceBook();
    private final ProviderTerms terms = new ProviderTerms(book, DAY);
    private final List<Alert> shown = new ArrayList<>();
    private WatchedProvider watched = WatchedProvider.of("p-1");

    @Test
    void theMonitorIsBlindWhenNothingIsObservedForTooLong() {
        tell(signal("c-1", START, false, null, 1, false));
        tell(signal("c-1", START + HOUR, false, null, 0, true));

        passTo(START + HOUR + DAY);
        assertThat(shown).isEmpty();

        passTo(START + HOUR + DAY + 1);
        assertThat(newest().kind()).isEqualTo(AlertKind.MONITOR_BLIND);
        assertThat(newest().key()).isEqualTo("MONITOR_BLIND|p-1|p-1");
        assertThat(newest().startsAt()).isEqualTo(START + HOUR + DAY);
        assertThat(newest().firing()).isTrue();
    }

    @Test
    void anObservationGivesTheMonitorItsSightBack() {
        tell(signal("c-1", START, false, null, 1, false));
        tell(signal("c-1", START + 3 * DAY, false, null, 0, true));

        assertThat(newest().resolution()).isEqualTo(Resolution.OBSERVED_AGAIN);
        assertThat(newest().endsAt()).isEqualTo(START + 3 * DAY);
    }

    @Test
    void withoutAnOpenCaseThereIsNothingToSee() {
        tell(signal("c-1", START, false, null, 1, false));
        tell(signal("c-1", START + 2 * DAY, false, null, -1, false));

        assertThat(newest().resolution()).isEqualTo(Resolution.NO_OPEN_CASE);

        passTo(START + 90 * DAY);
        assertThat(shown).hasSize(2);
    }

    @Test
    void whenNothingIsObservedAnywhereTheTopicIsSilent() {
        watched = WatchedProvider.of(WatchedProvider.ALL);
        tell(signal("c-1", START, true, START, 1, false).ofAll());
        passTo(START + 2 * DAY);

        assertThat(shown).hasSize(1);
        assertThat(newest().key()).isEqualTo("MONITOR_BLIND|_all|takedown.observations.v1");
        assertThat(newest().severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void strikesRiseAndFallAndAreShownOnlyWhenTheLevelChanges() {
        book.put(
                policy(
                        new Strike(2, Duration.ofDays(30), 1),
                        new Strike(3, Duration.ofDays(10), 2)));
        for (int day = 0; day < 5; day++) {
            tell(signal("c-" + day, START + day * DAY, true, START + day * DAY, 0, true));
        }
        passTo(START + 100 * DAY);

        assertThat(shown)
                .extracting(Alert::updatedAt, Alert::level, Alert::severity, Alert::firing)
                .containsExactly(
                        tuple(START + DAY, "1", Severity.WARNING, true),
                        tuple(START + 2 * DAY, "2", Severity.CRITICAL, true),
                        tuple(START + 12 * DAY, "1", Severity.WARNING, true),
                        tuple(START + 33 * DAY, "1", Severity.WARNING, false));
        assertThat(shown).extracting(Alert::startsAt).containsOnly(START + DAY);
        assertThat(newest().key()).isEqualTo("PROVIDER_STRIKES|p-1|policy-1");
    }

    @Test
    void aBreachThatIsTakenBackIsNoStrike() {
        book.put(policy(new Strike(2, Duration.ofDays(30), 1)));
        tell(signal("c-1", START, true, START, 0, true));
        tell(signal("c-2", START + 1, true, START + 1, 0, true));
        tell(signal("c-2", START + 2, true, null, -1, false));

        assertThat(newest().firing()).isFalse();
        assertThat(newest().resolution()).isEqualTo(Resolution.FEWER_BREACHES);
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    private static ProviderSignal signal(
            String caseId, long at, boolean judged, Long breachedAt, int opened, boolean observed) {
        return new ProviderSignal(
                "p-1", null, caseId, "policy-1", at, judged, breachedAt, opened, observed);
    }

    private static Policy policy(Strike... strikes) {
        Policy base = Policy.DEFAULT;
        return new Policy(
                "policy-1",
                1,
                0,
                null,
                "basis",
                0,
                base.match(),
                base.clockStart(),
                base.duration(),
                null,
                List.of(),
                base.confirmation(),
                base.claimTolerance(),
                null,
                List.of(strikes));
    }

    private void tell(ProviderSignal signal) {
        passTo(signal.at() - 1);
        watched = watched.follow(List.of(signal), terms, shown::add);
    }

    private void passTo(long until) {
        watched = watched.elapse(until, terms, shown::add);
    }

    private Alert newest() {
        return shown.get(shown.size() - 1);
    }
}
