package vn.takedown.model.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.alerting.AlertKind;

/** Of every kind: when it fires, when it is over, and that it is said once. */
class AlertKindsTest {

    private static final long WEEK = Duration.ofDays(7).toMillis();

    @ParameterizedTest
    @EnumSource
    void itFiresWhenThereIsReasonAndNotBefore(AlertKind kind) {
        AlertExample example = AlertExample.of(kind);

        assertThat(said(kind, example, example.firesAt() - 1)).isEmpty();
        assertThat(said(kind, example, example.firesAt()))
                .singleElement()
                .satisfies(
                        alert -> {
                            assertThat(alert.firing()).isTrue();
                            assertThat(alert.startsAt()).isEqualTo(example.startsAt());
                            assertThat(alert.severity()).isEqualTo(example.severity());
                            assertThat(alert.level()).isEqualTo(example.level());
                        });
    }

    @ParameterizedTest
    @EnumSource
    void itIsOverWhenTheReasonIsGoneAndSaysWhy(AlertKind kind) {
        AlertExample example = AlertExample.of(kind);

        assertThat(said(kind, example, example.endsAt() - 1)).allMatch(Alert::firing);
        Alert last = last(said(kind, example, example.endsAt()));
        assertThat(last.endsAt()).isEqualTo(example.endsAt());
        assertThat(last.resolution()).isEqualTo(example.resolution());
    }

    @ParameterizedTest
    @EnumSource
    void itIsSaidOnceThatItFiresAndOnceThatItIsOver(AlertKind kind) {
        AlertExample example = AlertExample.of(kind);

        List<Alert> all = said(kind, example, example.endsAt() + WEEK);
        // Whom nobody observes for another week, the monitor does not see for another reason.
        if (kind == AlertKind.MONITOR_BLIND) {
            all = said(kind, example, example.endsAt() + Duration.ofHours(20).toMillis());
        }
        assertThat(all).extracting(Alert::firing).containsExactly(true, false);
        assertThat(all).extracting(Alert::revision).containsExactly(1L, 2L);
    }

    private static List<Alert> said(AlertKind kind, AlertExample example, long until) {
        return example.story().said(kind, example.subject(), until);
    }

    private static Alert last(List<Alert> alerts) {
        return alerts.get(alerts.size() - 1);
    }
}
