package vn.takedown.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.model.contract.Requests.policy;
import static vn.takedown.model.contract.Requests.request;
import static vn.takedown.model.contract.Requests.seen;
import static vn.takedown.model.contract.Requests.updated;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.oracle.OracleCase;
import vn.takedown.model.oracle.OraclePeriod;
import vn.takedown.model.oracle.OracleResult;
import vn.takedown.model.oracle.World;

/** Contract section 3, recidivism, and section 6, items 16 and 20. One down confirms. */
class PriorCasesTest {

    private static final String CONTENT = "c".repeat(64);

    @Test
    void aWithdrawnCaseIsAnEarlierCase() {
        OracleCase second =
                second(
                        request("one", "2026-05-10T10:00:00Z", "provider", CONTENT),
                        updated(
                                "one",
                                "2026-05-10T11:00:00Z",
                                "provider",
                                RequestUpdate.WITHDRAWN));
        assertThat(second.get("recidivism")).isEqualTo("LOOSE");
        assertThat(second.get("prior_cases")).isEqualTo(1L);
    }

    @Test
    void anExcludedCaseThatWasDownMakesItStrict() {
        OracleCase second =
                second(
                        request("one", "2026-05-10T10:00:00Z", "provider", CONTENT),
                        seen(
                                "one",
                                "2026-05-10T11:00:00Z",
                                "provider",
                                ObservationStatus.DOWN_HARD),
                        updated("one", "2026-05-10T11:30:00Z", "provider", RequestUpdate.HELD));
        assertThat(second.get("recidivism")).isEqualTo("STRICT");
    }

    @Test
    void oneConfirmedCaseAmongManyIsEnoughForStrict() {
        OracleCase second =
                second(
                        request("one", "2026-05-10T09:00:00Z", "provider", CONTENT),
                        seen(
                                "one",
                                "2026-05-10T09:30:00Z",
                                "provider",
                                ObservationStatus.DOWN_HARD),
                        request("other", "2026-05-10T10:00:00Z", "provider", CONTENT));
        assertThat(second.get("recidivism")).isEqualTo("STRICT");
        assertThat(second.get("prior_cases")).isEqualTo(2L);
    }

    @Test
    void aCaseRemovedAndReinstatedWasConfirmedDownAllTheSame() {
        OracleCase second =
                second(
                        request("one", "2026-05-10T09:00:00Z", "provider", CONTENT),
                        seen(
                                "one",
                                "2026-05-10T09:30:00Z",
                                "provider",
                                ObservationStatus.DOWN_HARD),
                        seen("one", "2026-05-10T10:30:00Z", "provider", ObservationStatus.UP));
        assertThat(second.get("recidivism")).isEqualTo("STRICT");
    }

    @Test
    void aPeriodCountsTheRecidivismOfItsWholeCohortAlsoOfTheExcluded() {
        OracleResult result =
                judged(
                        request("one", "2026-05-10T10:00:00Z", "provider", CONTENT),
                        request("two", "2026-05-10T12:00:00Z", "provider", CONTENT),
                        updated(
                                "two",
                                "2026-05-10T13:00:00Z",
                                "provider",
                                RequestUpdate.WITHDRAWN));
        assertThat(result.caseOf("two/item").get("verdict")).isEqualTo("EXCLUDED");
        OraclePeriod day = result.periodOf("DAY|2026-05-10|provider");
        assertThat(day.get("recidivism_loose")).isEqualTo(1L);
        assertThat(day.get("recidivism_strict")).isEqualTo(0L);
        assertThat(day.get("eligible")).isEqualTo(1L);
    }

    /** The case of the same content that is issued at noon, after these events. */
    private static OracleCase second(TakedownEvent... earlier) {
        List<TakedownEvent> events = new ArrayList<>(List.of(earlier));
        events.add(request("two", "2026-05-10T12:00:00Z", "provider", CONTENT));
        return judged(events.toArray(TakedownEvent[]::new)).caseOf("two/item");
    }

    private static OracleResult judged(TakedownEvent... events) {
        return Judges.agreeOn(
                new World(List.of(events), List.of(), List.of(policy("a", 1, 0, 24))));
    }
}
