package vn.takedown.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.model.contract.Requests.instant;
import static vn.takedown.model.contract.Requests.policy;
import static vn.takedown.model.contract.Requests.request;
import static vn.takedown.model.contract.Requests.seen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.AcknowledgementType;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.oracle.OraclePeriod;
import vn.takedown.model.oracle.OracleResult;
import vn.takedown.model.oracle.World;

/** Contract section 4, provider periods. */
class PeriodsTest {

    private static final long HOUR = 60L * 60 * 1000;

    @ParameterizedTest(name = "{0} {1} starts on {2}")
    @CsvSource({
        "DAY,     2026-05-10T16:59:59.999Z, 2026-05-10",
        "DAY,     2026-05-10T17:00:00.000Z, 2026-05-11",
        "MONTH,   2026-05-31T16:59:59.999Z, 2026-05-01",
        "MONTH,   2026-05-31T17:00:00.000Z, 2026-06-01",
        "QUARTER, 2026-06-30T16:59:59.999Z, 2026-04-01",
        "QUARTER, 2026-06-30T17:00:00.000Z, 2026-07-01",
        "QUARTER, 2026-12-31T16:59:59.999Z, 2026-10-01",
        "YEAR,    2026-12-31T16:59:59.999Z, 2026-01-01",
        "YEAR,    2026-12-31T17:00:00.000Z, 2027-01-01",
        "DAY,     2028-02-28T16:59:59.999Z, 2028-02-28",
        "DAY,     2028-02-28T17:00:00.000Z, 2028-02-29",
        "DAY,     2028-02-29T17:00:00.000Z, 2028-03-01",
        "MONTH,   2028-02-29T16:59:59.999Z, 2028-02-01",
        "DAY,     2027-02-28T17:00:00.000Z, 2027-03-01",
    })
    void aPeriodIsCutAtMidnightInVietnam(String period, String issuedAt, String start) {
        OracleResult result =
                Judges.agreeOn(
                        new World(
                                List.of(request("one", issuedAt, "provider", null)),
                                List.of(),
                                List.of()));

        assertThat(result.periods())
                .filteredOn(document -> document.get("period").equals(period))
                .extracting(OraclePeriod::id)
                .containsExactly(
                        period + "|" + start + "|_all", period + "|" + start + "|provider");
    }

    @Test
    void everyCaseIsInFourPeriodsOfItsProviderAndOfAll() {
        OracleResult result =
                Judges.agreeOn(
                        new World(
                                List.of(
                                        request("one", "2026-12-31T16:00:00.000Z", "p", null),
                                        request("two", "2026-12-31T18:00:00.000Z", "q", null)),
                                List.of(),
                                List.of()));
        assertThat(result.periods())
                .extracting(OraclePeriod::id)
                .containsExactly(
                        "DAY|2026-12-31|_all",
                        "DAY|2026-12-31|p",
                        "DAY|2027-01-01|_all",
                        "DAY|2027-01-01|q",
                        "MONTH|2026-12-01|_all",
                        "MONTH|2026-12-01|p",
                        "MONTH|2027-01-01|_all",
                        "MONTH|2027-01-01|q",
                        "QUARTER|2026-10-01|_all",
                        "QUARTER|2026-10-01|p",
                        "QUARTER|2027-01-01|_all",
                        "QUARTER|2027-01-01|q",
                        "YEAR|2026-01-01|_all",
                        "YEAR|2026-01-01|p",
                        "YEAR|2027-01-01|_all",
                        "YEAR|2027-01-01|q");
    }

    /**
     * A day of 24-hour clocks, all started at 03:00 UTC, looked at 100 hours later; one down
     * confirms.
     */
    @Test
    void theFiguresOfADayAreThoseOfItsCases() {
        List<TakedownEvent> events = new ArrayList<>();
        issue(events, "on-time-1"); // down after 1 h
        observe(events, "on-time-1", 1, ObservationStatus.DOWN_HARD);
        issue(events, "on-time-3"); // down after 3 h, up again
        observe(events, "on-time-3", 3, ObservationStatus.DOWN_HARD);
        observe(events, "on-time-3", 4, ObservationStatus.UP);
        issue(events, "indeterminate"); // up at 20 h, down at 30 h
        observe(events, "indeterminate", 20, ObservationStatus.UP);
        observe(events, "indeterminate", 30, ObservationStatus.DOWN_HARD);
        issue(events, "breach"); // up at 25 h, claimed at 2 h: a false claim
        answer(events, "breach", 2, AcknowledgementType.CLAIMED_DONE);
        observe(events, "breach", 25, ObservationStatus.UP);
        issue(events, "withdrawn-later"); // a breach, withdrawn after 40 h
        observe(events, "withdrawn-later", 30, ObservationStatus.UP);
        update(events, "withdrawn-later", 40, RequestUpdate.WITHDRAWN);
        issue(events, "unobserved");
        issue(events, "withdrawn"); // excluded, answered after 6 h
        answer(events, "withdrawn", 6, AcknowledgementType.OBJECTED);
        update(events, "withdrawn", 7, RequestUpdate.WITHDRAWN);
        issue(events, "already-down"); // excluded, so its time of 0 is in no figure
        observe(events, "already-down", -1, ObservationStatus.DOWN_HARD);
        issue(events, "held"); // excluded although down after 2 h
        observe(events, "held", 2, ObservationStatus.DOWN_HARD);
        update(events, "held", 5, RequestUpdate.HELD);
        events.add(new Heartbeat("beat", instant("2026-05-10T03:00:00.000Z") + 100 * HOUR));

        OraclePeriod day =
                Judges.agreeOn(new World(events, List.of(), List.of(policy("a", 1, 0, 24))))
                        .periodOf("DAY|2026-05-10|_all");

        assertFigure(day, "issued", 9L);
        assertFigure(day, "eligible", 6L);
        assertFigure(day, "excluded", 3L);
        assertFigure(day, "excluded_already_down", 1L);
        assertFigure(day, "excluded_withdrawn", 1L);
        assertFigure(day, "excluded_undeliverable", 0L);
        assertFigure(day, "excluded_held", 1L);
        assertFigure(day, "excluded_moot", 0L);
        assertFigure(day, "on_time", 2L);
        assertFigure(day, "breach", 2L);
        assertFigure(day, "indeterminate", 1L);
        assertFigure(day, "pending", 0L);
        assertFigure(day, "unconfirmed", 0L);
        assertFigure(day, "unobserved", 1L);
        assertFigure(day, "overdue", 0L);
        // Eligible and down: after 1, 3 and 30 hours.
        assertFigure(day, "removed", 3L);
        assertFigure(day, "acknowledged", 2L);
        assertFigure(day, "claimed", 1L);
        assertFigure(day, "false_claims", 1L);
        assertFigure(day, "reinstated", 1L);
        assertFigure(day, "recidivism_strict", 0L);
        assertFigure(day, "recidivism_loose", 0L);
        // Due are 2 + 2 + 1 + 1.
        assertFigure(day, "compliance_low", 2.0 / 6);
        assertFigure(day, "compliance_high", 3.0 / 6);
        // Answered after 2 and 6 hours; the excluded one counts.
        assertFigure(day, "tta_ms_p50", 2 * HOUR);
        assertFigure(day, "tta_ms_p90", 6 * HOUR);
        assertFigure(day, "ttr_ms_p50", 3 * HOUR);
        assertFigure(day, "ttr_ms_p90", 30 * HOUR);
        assertFigure(day, "ttr_ms_p95", 30 * HOUR);
        assertFigure(day, "ttr_ms_p99", 30 * HOUR);
        // Six at risk: 5/6 at 1 h, 4/6 at 3 h, 3/6 at 30 h; then 40 h and twice 100 h censored.
        assertFigure(day, "km_median_ms", 30 * HOUR);
        assertFigure(day, "km_p90_ms", null);
        assertFigure(day, "within_1h", 1L);
        assertFigure(day, "within_3h", 2L);
        assertFigure(day, "within_6h", 2L);
        assertFigure(day, "within_24h", 2L);
        assertFigure(day, "within_48h", 3L);
        assertFigure(day, "within_7d", 3L);
        assertFigure(day, "within_14d", 3L);
        assertFigure(day, "within_28d", 3L);
    }

    @Test
    void aWithdrawnCaseIsCensoredAtItsWithdrawal() {
        // At risk are a breach withdrawn at 30 h and a removal at 40 h: censored at 30 h it leaves
        // one at risk, so that S falls to 0 at 40 h. Censored at T it would fall to 1/2 only.
        List<TakedownEvent> events = new ArrayList<>();
        issue(events, "withdrawn");
        observe(events, "withdrawn", 26, ObservationStatus.UP);
        update(events, "withdrawn", 30, RequestUpdate.WITHDRAWN);
        issue(events, "removed");
        observe(events, "removed", 40, ObservationStatus.DOWN_HARD);
        events.add(new Heartbeat("beat", instant("2026-05-10T03:00:00.000Z") + 100 * HOUR));

        OraclePeriod day =
                Judges.agreeOn(new World(events, List.of(), List.of(policy("a", 1, 0, 24))))
                        .periodOf("DAY|2026-05-10|provider");

        assertFigure(day, "eligible", 2L);
        assertFigure(day, "km_p90_ms", 40 * HOUR);
    }

    @Test
    void withoutACaseThatIsDueTheRatiosAreNull() {
        List<TakedownEvent> events = new ArrayList<>();
        issue(events, "pending");

        OraclePeriod day =
                Judges.agreeOn(new World(events, List.of(), List.of()))
                        .periodOf("DAY|2026-05-10|provider");

        assertFigure(day, "pending", 1L);
        for (String field :
                List.of(
                        "compliance_low",
                        "compliance_high",
                        "tta_ms_p50",
                        "ttr_ms_p50",
                        "km_median_ms",
                        "km_p90_ms")) {
            assertFigure(day, field, null);
        }
    }

    private static void assertFigure(OraclePeriod period, String field, Object expected) {
        assertThat(period.get(field)).as(field).isEqualTo(expected);
    }

    private static RequestIssued requestOf(String name) {
        return request(name, "2026-05-10T03:00:00.000Z", "provider", null);
    }

    private static void issue(List<TakedownEvent> events, String name) {
        events.add(requestOf(name));
    }

    private static String after(int hours) {
        long at = instant("2026-05-10T03:00:00.000Z") + hours * HOUR;
        return Instant.ofEpochMilli(at).toString();
    }

    private static void observe(
            List<TakedownEvent> events, String name, int hours, ObservationStatus status) {
        events.add(seen(name, after(hours), "provider", status));
    }

    private static void answer(
            List<TakedownEvent> events, String name, int hours, AcknowledgementType type) {
        RequestIssued issued = requestOf(name);
        events.add(
                new Acknowledgement(
                        name + hours,
                        instant(after(hours)),
                        type,
                        issued.requestId(),
                        issued.itemId(),
                        issued.providerId(),
                        issued.targetKey(),
                        null));
    }

    private static void update(
            List<TakedownEvent> events, String name, int hours, RequestUpdate update) {
        RequestIssued issued = requestOf(name);
        events.add(
                new RequestUpdated(
                        name + hours,
                        instant(after(hours)),
                        update,
                        issued.requestId(),
                        issued.itemId(),
                        issued.providerId(),
                        issued.targetKey(),
                        null));
    }
}
