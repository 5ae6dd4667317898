package vn.takedown.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.model.contract.Requests.policy;
import static vn.takedown.model.contract.Requests.request;
import static vn.takedown.model.contract.Requests.seen;
import static vn.takedown.model.contract.Story.OWN_ASN;
import static vn.takedown.model.contract.Story.hour;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.oracle.OracleCase;
import vn.takedown.model.oracle.World;

/** Contract section 2: which observations count, and which way. One down confirms. */
class ObservationsTest {

    @ParameterizedTest(name = "{0}")
    @EnumSource(value = Action.class, mode = EnumSource.Mode.EXCLUDE, names = "BLOCK")
    void forEveryActionButBlockingTheStatusAloneTells(Action action) {
        for (ControlStatus control : ControlStatus.values()) {
            // Another network than the provider's own: that matters for blocking only.
            assertUp(seenOnce(action, ObservationStatus.UP, control, OWN_ASN + 1));
            assertUp(seenOnce(action, ObservationStatus.GEO_BLOCKED, control, OWN_ASN + 1));
            assertDown(seenOnce(action, ObservationStatus.DOWN_HARD, control, OWN_ASN + 1));
            assertDown(seenOnce(action, ObservationStatus.DOWN_SOFT, control, OWN_ASN + 1));
            assertNeither(seenOnce(action, ObservationStatus.BLOCKED, control, OWN_ASN + 1));
            assertNeither(seenOnce(action, ObservationStatus.AMBIGUOUS, control, OWN_ASN + 1));
            assertNeither(seenOnce(action, ObservationStatus.ERROR, control, OWN_ASN + 1));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(ControlStatus.class)
    void forBlockingBlockedIsDownAndWhatIsReachedIsUp(ControlStatus control) {
        assertDown(seenOnce(Action.BLOCK, ObservationStatus.BLOCKED, control, OWN_ASN));
        assertUp(seenOnce(Action.BLOCK, ObservationStatus.UP, control, OWN_ASN));
        assertUp(seenOnce(Action.BLOCK, ObservationStatus.GEO_BLOCKED, control, OWN_ASN));
        assertNeither(seenOnce(Action.BLOCK, ObservationStatus.AMBIGUOUS, control, OWN_ASN));
        assertNeither(seenOnce(Action.BLOCK, ObservationStatus.ERROR, control, OWN_ASN));
    }

    @ParameterizedTest(name = "{0} with control {1} is moot: {2}")
    @CsvSource({
        "DOWN_HARD, DOWN,    true",
        "DOWN_SOFT, DOWN,    true",
        "DOWN_HARD, UP,      false",
        "DOWN_SOFT, UP,      false",
        "DOWN_HARD, UNKNOWN, false",
        "DOWN_SOFT, UNKNOWN, false",
    })
    void forBlockingDownIsMootOnlyWhenTheControlIsDownToo(
            ObservationStatus status, ControlStatus control, boolean moot) {
        OracleCase item = seenOnce(Action.BLOCK, status, control, OWN_ASN);
        assertThat(item.get("observations")).isEqualTo(0L);
        assertThat(item.get("exclusion_reason")).isEqualTo(moot ? "MOOT" : null);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(ObservationStatus.class)
    void forBlockingNothingCountsFromAnotherNetwork(ObservationStatus status) {
        assertNeither(seenOnce(Action.BLOCK, status, ControlStatus.DOWN, OWN_ASN + 1));
    }

    @Test
    void aProviderThatIsNotRegisteredHasNoNetworkOfItsOwn() {
        assertNeither(
                new Story()
                        .action(Action.BLOCK)
                        .unknownProvider()
                        .seen(1, ObservationStatus.BLOCKED)
                        .seen(2, ObservationStatus.UP)
                        .sourceGone(3)
                        .end());
    }

    @Test
    void anObservationOfAnotherTargetOrProviderIsNotOfTheCase() {
        OracleCase item =
                Judges.agreeOn(
                                new World(
                                        List.of(
                                                request(
                                                        "one",
                                                        "2026-05-10T10:00:00Z",
                                                        "provider",
                                                        null),
                                                seen(
                                                        "two",
                                                        "2026-05-10T11:00:00Z",
                                                        "provider",
                                                        ObservationStatus.UP),
                                                seen(
                                                        "one",
                                                        "2026-05-10T12:00:00Z",
                                                        "another",
                                                        ObservationStatus.UP)),
                                        List.of(),
                                        List.of(policy("a", 1, 0, 24))))
                        .caseOf("one/item");
        assertNeither(item);
    }

    @Test
    void whatWasSeenSevenDaysBeforeTheClockCountsAndNotAMillisecondEarlier() {
        long sevenDaysBefore = hour(-7 * 24);
        OracleCase within = new Story().upAt(sevenDaysBefore).at(1);
        assertThat(within.get("last_up_at")).isEqualTo(sevenDaysBefore);
        // It counts, but not among those since t0.
        assertThat(within.get("observations")).isEqualTo(0L);
        assertThat(new Story().upAt(sevenDaysBefore - 1).at(1).get("last_up_at")).isNull();
    }

    @Test
    void theSevenDaysEndWhereTheClockStartsAlsoWhenThatIsTheDelivery() {
        Story delivered = new Story().clockFromDelivery().then(24, RequestUpdate.DELIVERED);
        assertThat(delivered.upAt(hour(-6 * 24) - 1).at(25).get("last_up_at")).isNull();
        assertThat(delivered.upAt(hour(-6 * 24)).at(25).get("last_up_at")).isEqualTo(hour(-6 * 24));
    }

    @Test
    void aRepeatedDownDoesNotConfirmARun() {
        Observation down =
                seen("one", "2026-05-10T12:00:00Z", "provider", ObservationStatus.DOWN_HARD);
        Observation later =
                seen("one", "2026-05-10T20:00:00Z", "provider", ObservationStatus.DOWN_HARD);
        OracleCase item =
                Judges.agreeOn(
                                new World(
                                        List.of(
                                                request(
                                                        "one",
                                                        "2026-05-10T10:00:00Z",
                                                        "provider",
                                                        null),
                                                down,
                                                down,
                                                down,
                                                later,
                                                later),
                                        List.of(),
                                        List.of()))
                        .caseOf("one/item");
        assertThat(item.get("observations")).isEqualTo(2L);
        assertThat(item.get("first_down_at")).isNull();
    }

    @Test
    void theBuiltInPolicyConfirmsByThreeDownsOfTwoVantagesOverSixHours() {
        Story twoVantages = new Story().builtInPolicy().downFrom(1, "one").downFrom(2, "two");
        assertThat(twoVantages.at(8).get("first_down_at")).isNull();
        OracleCase removed = twoVantages.downFrom(7, "one").end();
        assertThat(removed.get("first_down_at")).isEqualTo(hour(1));
        assertThat(removed.get("confirmed_down_at")).isEqualTo(hour(7));

        Story oneVantage = new Story().builtInPolicy().down(1).down(4).down(9);
        assertThat(oneVantage.end().get("first_down_at")).isNull();
        Story tooShort = new Story().builtInPolicy().downFrom(1, "one").downFrom(2, "two");
        assertThat(tooShort.downAt(hour(7) - 1).end().get("first_down_at")).isNull();
    }

    @Test
    void theFirstObservationThatMeetsAllThreeConditionsConfirms() {
        OracleCase removed =
                new Story()
                        .confirmedBy(2, 2, 3)
                        .downFrom(1, "one")
                        .downFrom(2, "two")
                        .downFrom(5, "one")
                        .downFrom(9, "two")
                        .end();
        assertThat(removed.get("confirmed_down_at")).isEqualTo(hour(5));
    }

    private static OracleCase seenOnce(
            Action action, ObservationStatus status, ControlStatus control, long asn) {
        return new Story()
                .action(action)
                .confirmedBy(1, 1, 0)
                .seenAt(hour(1), status, "vantage", control, asn)
                .end();
    }

    private static void assertUp(OracleCase item) {
        assertThat(item.get("last_up_at")).isEqualTo(hour(1));
        assertThat(item.get("first_down_at")).isNull();
        assertThat(item.get("observations")).isEqualTo(1L);
    }

    private static void assertDown(OracleCase item) {
        assertThat(item.get("last_up_at")).isNull();
        assertThat(item.get("first_down_at")).isEqualTo(hour(1));
        assertThat(item.get("observations")).isEqualTo(1L);
    }

    private static void assertNeither(OracleCase item) {
        assertThat(item.get("last_up_at")).isNull();
        assertThat(item.get("first_down_at")).isNull();
        assertThat(item.get("observations")).isEqualTo(0L);
        assertThat(item.get("geo_only")).isEqualTo(false);
        assertThat(item.get("exclusion_reason")).isNull();
    }
}
