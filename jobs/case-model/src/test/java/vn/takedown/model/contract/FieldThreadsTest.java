package vn.takedown.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.model.contract.Requests.answered;
import static vn.takedown.model.contract.Requests.heartbeat;
import static vn.takedown.model.contract.Requests.instant;
import static vn.takedown.model.contract.Requests.policy;
import static vn.takedown.model.contract.Requests.request;
import static vn.takedown.model.contract.Requests.seen;
import static vn.takedown.model.contract.Requests.updated;
import static vn.takedown.model.contract.Story.hours;

import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import vn.takedown.model.event.AcknowledgementType;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.oracle.OracleCase;
import vn.takedown.model.oracle.OraclePeriod;
import vn.takedown.model.oracle.OracleResult;
import vn.takedown.model.oracle.World;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.PolicyMatch;

/**
 * What users of other tools reported about their clocks, each told here as it must not happen. The
 * names carry project and thread. Times are local to Vietnam; one down confirms.
 */
class FieldThreadsTest {

    private static final Policy FOUR_HOURS = policy("a", 1, 0, 4);
    private static final Policy ONE_DAY = policy("a", 1, 0, 24);

    private static final RequestIssued MONDAY_EVENING = issued("2026-05-11T17:00:00+07:00");

    /** A pause was forgotten when the urgency of a ticket changed: a breach that was none. */
    @Test
    void glpi6902And15605PausedTimeSurvivesAnotherUrgency() {
        RequestIssued urgent =
                new RequestIssued(
                        "again",
                        instant("2026-05-11T18:30:00+07:00"),
                        MONDAY_EVENING.requestId(),
                        MONDAY_EVENING.itemId(),
                        MONDAY_EVENING.providerId(),
                        MONDAY_EVENING.targetKey(),
                        Action.REMOVE,
                        MONDAY_EVENING.category(),
                        Urgency.STANDARD,
                        "another authority",
                        MONDAY_EVENING.source(),
                        null,
                        null,
                        null);
        OracleCase item =
                of(
                        List.of(FOUR_HOURS),
                        MONDAY_EVENING,
                        update("2026-05-11T18:00:00+07:00", RequestUpdate.PAUSED),
                        urgent,
                        update("2026-05-11T23:00:00+07:00", RequestUpdate.RESUMED),
                        up("2026-05-12T01:59:00+07:00"));
        // One hour was gone before the pause of five, so three are left after it.
        assertThat(item.get("due_at")).isEqualTo(instant("2026-05-12T02:00:00+07:00"));
        assertThat(item.get("verdict")).isEqualTo("PENDING");
        assertThat(item.get("urgency")).isEqualTo(MONDAY_EVENING.urgency().name());
    }

    /** The same when the clock itself was changed under an open ticket. */
    @Test
    void glpi6902And15605PausedTimeSurvivesANewVersionOfThePolicy() {
        Policy stricter =
                policy("a", 2, 0, 1, instant("2026-05-11T18:30:00+07:00"), null, PolicyMatch.ANY);
        OracleCase item =
                of(
                        List.of(FOUR_HOURS, stricter),
                        MONDAY_EVENING,
                        update("2026-05-11T18:00:00+07:00", RequestUpdate.PAUSED),
                        update("2026-05-11T23:00:00+07:00", RequestUpdate.RESUMED),
                        up("2026-05-12T01:59:00+07:00"));
        assertThat(item.get("policy_version")).isEqualTo(1L);
        assertThat(item.get("due_at")).isEqualTo(instant("2026-05-12T02:00:00+07:00"));
        assertThat(item.get("verdict")).isEqualTo("PENDING");
    }

    /**
     * Four hours from Monday 17:00, with the night from 18:00 to 08:00 taken out, end on Tuesday at
     * 11:00. The escalation came at midnight.
     */
    @Test
    void glpi22678NothingIsLateAtMidnight() {
        TakedownEvent pausedForTheNight = update("2026-05-11T18:00:00+07:00", RequestUpdate.PAUSED);
        TakedownEvent morning = update("2026-05-12T08:00:00+07:00", RequestUpdate.RESUMED);
        TakedownEvent seenUp = up("2026-05-11T17:30:00+07:00");

        OracleCase midnight =
                of(
                        List.of(FOUR_HOURS),
                        MONDAY_EVENING,
                        seenUp,
                        pausedForTheNight,
                        heartbeat("2026-05-12T00:00:00+07:00"));
        assertThat(midnight.get("verdict")).isEqualTo("PENDING");
        assertThat(midnight.get("due_at")).isNull();

        OracleCase eleven =
                of(
                        List.of(FOUR_HOURS),
                        MONDAY_EVENING,
                        seenUp,
                        pausedForTheNight,
                        morning,
                        heartbeat("2026-05-12T11:00:00+07:00"));
        assertThat(eleven.get("due_at")).isEqualTo(instant("2026-05-12T11:00:00+07:00"));
        assertThat(eleven.get("verdict")).isEqualTo("PENDING");

        OracleCase justAfter =
                of(
                        List.of(FOUR_HOURS),
                        MONDAY_EVENING,
                        seenUp,
                        pausedForTheNight,
                        morning,
                        heartbeat("2026-05-12T11:00:00.001+07:00"));
        assertThat(justAfter.get("verdict")).isEqualTo("OVERDUE");
    }

    /** After an upgrade the calendar lay in another time zone: late at its very creation. */
    @Test
    void glpi15429AndErpnext38745NothingIsLateWhenItIsIssuedWhateverTheTimeZone() {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : List.of("UTC", "America/Los_Angeles", "Pacific/Kiritimati")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                for (String at :
                        List.of(
                                "2026-05-11T00:00:00+07:00",
                                "2026-05-11T06:59:59.999+07:00",
                                "2026-05-11T23:59:59.999+07:00")) {
                    OracleCase fresh = of(List.of(FOUR_HOURS), issued(at));
                    assertThat(fresh.get("verdict")).isEqualTo("PENDING");
                    assertThat(fresh.get("due_at")).isEqualTo(instant(at) + hours(4));
                }
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    /** A ticket opened outside of office hours got a delay of zero. */
    @Test
    void glpi687AtNightTheClockRunsToo() {
        OracleCase item =
                of(
                        List.of(FOUR_HOURS),
                        issued("2026-05-10T02:00:00+07:00"),
                        answer("2026-05-10T03:00:00+07:00"),
                        down("2026-05-10T05:00:00+07:00"));
        assertThat(item.get("due_at")).isEqualTo(instant("2026-05-10T06:00:00+07:00"));
        assertThat(item.get("tta_ms")).isEqualTo(hours(1));
        assertThat(item.get("ttr_high_ms")).isEqualTo(hours(3));
        assertThat(item.get("verdict")).isEqualTo("ON_TIME");
    }

    /** 48 hours became six days, by working days of 12 hours and an imported list of holidays. */
    @Test
    void zammad390FortyEightHoursAreFortyEightHoursOverANewYear() {
        // Tết 2027 is on 6 February, a Saturday.
        OracleCase item = of(List.of(policy("a", 1, 0, 48)), issued("2027-02-05T20:00:00+07:00"));
        assertThat(item.get("due_at")).isEqualTo(instant("2027-02-07T20:00:00+07:00"));
    }

    /** Which of two claims is the one? The first; the later one does not give time back. */
    @Test
    void coop380TheFirstClaimIsTheOneThatCounts() {
        OracleCase item =
                of(
                        List.of(ONE_DAY),
                        MONDAY_EVENING,
                        answered(
                                "one",
                                "2026-05-11T19:00:00+07:00",
                                "provider",
                                AcknowledgementType.CLAIMED_DONE),
                        answered(
                                "one",
                                "2026-05-12T09:00:00+07:00",
                                "provider",
                                AcknowledgementType.CLAIMED_DONE),
                        up("2026-05-12T09:30:00+07:00"));
        assertThat(item.get("claimed_at")).isEqualTo(instant("2026-05-11T19:00:00+07:00"));
        assertThat(item.get("false_claim_at")).isEqualTo(instant("2026-05-12T09:30:00+07:00"));
    }

    /** Work that timed out was lost. Here a case whose deadline has passed is followed on. */
    @Test
    void coop381ACaseIsFollowedAfterItsDeadline() {
        OracleCase item =
                of(
                        List.of(FOUR_HOURS),
                        MONDAY_EVENING,
                        up("2026-05-11T22:00:00+07:00"),
                        answer("2026-05-20T17:00:00+07:00"),
                        down("2026-05-31T17:00:00+07:00"));
        assertThat(item.get("verdict")).isEqualTo("BREACH");
        assertThat(item.get("tta_ms")).isEqualTo(hours(9 * 24));
        assertThat(item.get("ttr_high_ms")).isEqualTo(hours(20 * 24));
        assertThat(item.get("state")).isEqualTo("REMOVED");
    }

    /** What nobody measured was reported as zero. */
    @Test
    void coop1287WhatNobodyCheckedIsNotCountedAsZero() {
        OracleResult result =
                judged(List.of(FOUR_HOURS), MONDAY_EVENING, heartbeat("2026-05-12T17:00:00+07:00"));
        OracleCase item = result.caseOf("one/item");
        assertThat(item.get("verdict")).isEqualTo("UNOBSERVED");
        assertThat(item.get("tta_ms")).isNull();
        assertThat(item.get("ttr_high_ms")).isNull();
        assertThat(item.get("last_up_at")).isNull();
        OraclePeriod day = result.periodOf("DAY|2026-05-11|provider");
        assertThat(day.get("unobserved")).isEqualTo(1L);
        // It is due and counts against compliance; of times there are none.
        assertThat(day.get("compliance_high")).isEqualTo(0.0);
        for (String field :
                List.of("tta_ms_p50", "ttr_ms_p50", "ttr_ms_p99", "km_median_ms", "km_p90_ms")) {
            assertThat(day.get(field)).as(field).isNull();
        }
    }

    /** "Oldest task age" showed the age of the newest. */
    @Test
    void coop909TheOldestOpenCaseKeepsItsAgeWhenANewerOneComes() {
        OracleResult result =
                judged(
                        List.of(ONE_DAY),
                        request("old", "2026-05-01T08:00:00+07:00", "provider", null),
                        request("new", "2026-05-11T08:00:00+07:00", "provider", null),
                        heartbeat("2026-05-11T09:00:00+07:00"));
        long oldest =
                result.cases().stream()
                        .filter(item -> item.get("first_down_at") == null)
                        .map(item -> (Long) item.get("t0"))
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .min()
                        .orElseThrow();
        assertThat(oldest).isEqualTo(instant("2026-05-01T08:00:00+07:00"));
        assertThat(result.caseOf("old/item").get("verdict")).isEqualTo("UNOBSERVED");
        assertThat(result.caseOf("new/item").get("verdict")).isEqualTo("PENDING");
    }

    /** An average over decided jobs alone: the undecided ones vanished. */
    @Test
    void coopTimeToActionKeepsTheUndecided() {
        OracleResult result =
                judged(
                        List.of(FOUR_HOURS),
                        request("quick", "2026-05-11T08:00:00+07:00", "provider", null),
                        seen(
                                "quick",
                                "2026-05-11T09:00:00+07:00",
                                "provider",
                                ObservationStatus.DOWN_HARD),
                        request("open", "2026-05-11T08:00:00+07:00", "provider", null),
                        request("open too", "2026-05-11T08:00:00+07:00", "provider", null),
                        heartbeat("2026-05-13T08:00:00+07:00"));
        OraclePeriod day = result.periodOf("DAY|2026-05-11|provider");
        assertThat(day.get("eligible")).isEqualTo(3L);
        // Two of three are still up: the median is not reached, whatever the closed one took.
        assertThat(day.get("ttr_ms_p50")).isEqualTo(hours(1));
        assertThat(day.get("km_median_ms")).isNull();
        assertThat(day.get("compliance_low")).isEqualTo(1.0 / 3);
    }

    /** A cloaked page answers one visitor with an error: that closed the report. */
    @Test
    void uAssets31045OneDownFromOneVantageClosesNothing() {
        OracleCase item =
                of(
                        List.of(),
                        MONDAY_EVENING,
                        down("2026-05-11T18:00:00+07:00"),
                        heartbeat("2026-05-12T18:00:00+07:00"));
        assertThat(item.get("first_down_at")).isNull();
        assertThat(item.get("verdict")).isEqualTo("UNCONFIRMED");
    }

    /** A server's error 500 was read as "active". */
    @Test
    void phishingDatabase1048AnErrorAfterTheDeadlineProvesNoBreach() {
        OracleCase item =
                of(
                        List.of(FOUR_HOURS),
                        MONDAY_EVENING,
                        up("2026-05-11T20:00:00+07:00"),
                        seen(
                                "one",
                                "2026-05-12T20:00:00+07:00",
                                "provider",
                                ObservationStatus.AMBIGUOUS));
        assertThat(item.get("verdict")).isEqualTo("OVERDUE");
        assertThat(item.get("last_up_at")).isEqualTo(instant("2026-05-11T20:00:00+07:00"));
    }

    /** Mailboxes that do not exist or are full: nobody can be late with what never came. */
    @Test
    void abuseCh2018ARequestThatCannotBeDeliveredIsNoBreach() {
        OracleCase item =
                of(
                        List.of(FOUR_HOURS),
                        MONDAY_EVENING,
                        update("2026-05-11T17:01:00+07:00", RequestUpdate.UNDELIVERABLE),
                        up("2026-05-12T20:00:00+07:00"));
        assertThat(item.get("verdict")).isEqualTo("EXCLUDED");
        assertThat(item.get("exclusion_reason")).isEqualTo("UNDELIVERABLE");
    }

    private static RequestIssued issued(String at) {
        return request("one", at, "provider", null);
    }

    private static TakedownEvent update(String at, RequestUpdate update) {
        return updated("one", at, "provider", update);
    }

    private static TakedownEvent answer(String at) {
        return answered("one", at, "provider", AcknowledgementType.RECEIVED);
    }

    private static TakedownEvent up(String at) {
        return seen("one", at, "provider", ObservationStatus.UP);
    }

    private static TakedownEvent down(String at) {
        return seen("one", at, "provider", ObservationStatus.DOWN_HARD);
    }

    private static OracleCase of(List<Policy> policies, TakedownEvent... events) {
        return judged(policies, events).caseOf("one/item");
    }

    private static OracleResult judged(List<Policy> policies, TakedownEvent... events) {
        return Judges.agreeOn(new World(List.of(events), List.of(), policies));
    }
}
