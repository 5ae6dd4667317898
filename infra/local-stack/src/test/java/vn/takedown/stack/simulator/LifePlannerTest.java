package vn.takedown.stack.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.AcknowledgementType;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.CaseEvent;
import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.TakedownEvent;

/** The kinds of lives that a monitor has to tell apart all occur, and hang together. */
class LifePlannerTest {

    private static final SimulationSettings SETTINGS =
            SimulationSettings.demo()
                    .withDays(42)
                    .withItemsPerDay(150)
                    .withDisorder(Duration.ZERO)
                    .withDuplicateShare(0);

    private static final List<RequestIssued> REQUESTS = new ArrayList<>();
    private static final Map<String, List<Observation>> OBSERVATIONS = new HashMap<>();
    private static final Map<String, Long> CLAIMS = new HashMap<>();
    private static final Map<String, Long> ISSUED = new HashMap<>();
    private static final List<CaseEvent> CASE_EVENTS = new ArrayList<>();
    private static NationalStream stream;

    @BeforeAll
    static void live() {
        stream = new NationalStream(SETTINGS);
        EventTimeOrder events = stream.events();
        while (events.hasNext()) {
            TakedownEvent event = events.next();
            if (event instanceof RequestIssued issued) {
                REQUESTS.add(issued);
                ISSUED.put(issued.caseId(), issued.occurredAt());
            }
            if (event instanceof CaseEvent caseEvent) {
                CASE_EVENTS.add(caseEvent);
            }
            if (event instanceof Acknowledgement answer
                    && answer.type() == AcknowledgementType.CLAIMED_DONE) {
                CLAIMS.put(answer.caseId(), answer.occurredAt());
            }
            if (event instanceof Observation observation) {
                OBSERVATIONS
                        .computeIfAbsent(key(observation), unused -> new ArrayList<>())
                        .add(observation);
            }
        }
    }

    @Test
    void noEventOfACaseComesBeforeItsIssue() {
        assertThat(CASE_EVENTS).allMatch(event -> event.occurredAt() >= ISSUED.get(event.caseId()));
    }

    @Test
    void everyEventLiesInsideTheStream() {
        assertThat(CASE_EVENTS)
                .allMatch(event -> event.occurredAt() >= SETTINGS.startMillis())
                .allMatch(event -> event.occurredAt() < SETTINGS.endMillis());
        assertThat(OBSERVATIONS.values())
                .allSatisfy(
                        seen ->
                                assertThat(seen)
                                        .allMatch(o -> o.occurredAt() >= SETTINGS.startMillis())
                                        .allMatch(o -> o.occurredAt() < SETTINGS.endMillis()));
    }

    @Test
    void someContentIsSeenDownBeforeTheRequestAndStaysDown() {
        assertThat(
                        REQUESTS.stream()
                                .filter(issued -> issued.action() == Action.REMOVE)
                                .filter(LifePlannerTest::downBeforeAndNeverUpAfter))
                .hasSizeGreaterThan(50);
    }

    @Test
    void someContentComesBackDaysAfterItWasGone() {
        long halfADay = Duration.ofHours(12).toMillis();
        long comebacks =
                OBSERVATIONS.values().stream()
                        .filter(
                                seen -> {
                                    long downSince = Long.MAX_VALUE;
                                    for (Observation observation : seen) {
                                        if (down(observation)) {
                                            downSince =
                                                    Math.min(downSince, observation.occurredAt());
                                        } else if (up(observation)) {
                                            if (downSince != Long.MAX_VALUE
                                                    && observation.occurredAt() - downSince
                                                            > halfADay) {
                                                return true;
                                            }
                                            downSince = Long.MAX_VALUE;
                                        }
                                    }
                                    return false;
                                })
                        .count();

        assertThat(comebacks).isGreaterThan(50);
    }

    @Test
    void someClaimsAreFollowedByContentThatIsStillUp() {
        assertThat(REQUESTS.stream().filter(LifePlannerTest::upAfterTheClaim))
                .hasSizeBetween(100, CLAIMS.size() / 2);
    }

    @Test
    void blockingIsProbedFromTheNetworksOfTheAccessProviderWithAControl() {
        Map<String, Set<Long>> asns =
                stream.providers().stream()
                        .map(SimulatedProvider::provider)
                        .collect(Collectors.toMap(p -> p.providerId(), p -> p.asns()));
        int blocked = 0;
        int moot = 0;
        for (RequestIssued issued : REQUESTS) {
            if (issued.action() != Action.BLOCK) {
                continue;
            }
            Set<String> vantages = new HashSet<>();
            for (Observation observation : observations(issued)) {
                boolean inside =
                        asns.get(issued.providerId()).contains(observation.vantage().asn());
                assertThat(inside).isEqualTo(observation.vantage().id().startsWith("probe-"));
                if (observation.status() == ObservationStatus.BLOCKED) {
                    assertThat(inside).isTrue();
                    assertThat(observation.controlStatus()).isNotEqualTo(ControlStatus.UNKNOWN);
                    vantages.add(observation.vantage().id());
                    blocked++;
                } else if (down(observation) && inside) {
                    assertThat(observation.controlStatus()).isEqualTo(ControlStatus.DOWN);
                    moot++;
                }
            }
            assertThat(vantages).hasSizeLessThanOrEqualTo(3);
        }
        assertThat(blocked).isGreaterThan(1_000);
        assertThat(moot).isGreaterThan(20);
    }

    @Test
    void aBlockingOrderNamesTheSameTargetsToEveryAccessProvider() {
        Map<String, Set<String>> providers = new HashMap<>();
        REQUESTS.stream()
                .filter(issued -> issued.action() == Action.BLOCK)
                .forEach(
                        issued ->
                                providers
                                        .computeIfAbsent(
                                                issued.targetKey(), unused -> new HashSet<>())
                                        .add(issued.providerId()));

        assertThat(providers).isNotEmpty();
        assertThat(providers.values()).allMatch(those -> those.size() == 5);
    }

    @Test
    void someItemsAreRequestedAgainByAnotherAuthority() {
        Map<String, Set<String>> authorities = new HashMap<>();
        for (RequestIssued issued : REQUESTS) {
            authorities
                    .computeIfAbsent(
                            issued.providerId() + issued.targetKey(), unused -> new HashSet<>())
                    .add(issued.authorityId());
        }

        assertThat(authorities.values().stream().filter(those -> those.size() > 1))
                .hasSizeGreaterThan(50);
    }

    @Test
    void theCrawlerIsBlindForHoursNowAndThenButNeverForADay() {
        List<Long> looks =
                OBSERVATIONS.values().stream()
                        .flatMap(List::stream)
                        .map(Observation::occurredAt)
                        .sorted()
                        .toList();
        long longest = 0;
        long settled = SETTINGS.startMillis() + Duration.ofDays(3).toMillis();
        for (int i = 1; i < looks.size(); i++) {
            if (looks.get(i - 1) > settled) {
                longest = Math.max(longest, looks.get(i) - looks.get(i - 1));
            }
        }

        assertThat(Duration.ofMillis(longest))
                .isBetween(Duration.ofMinutes(50), Duration.ofHours(24));
    }

    @Test
    void theFirstDayIsWatchedMoreCloselyThanTheSecondWeek() {
        long day = Duration.ofDays(1).toMillis();
        long early = 0;
        long late = 0;
        for (RequestIssued issued : REQUESTS) {
            for (Observation observation : observations(issued)) {
                long age = observation.occurredAt() - issued.occurredAt();
                if (age >= 0 && age < day) {
                    early++;
                } else if (age >= 8 * day && age < 9 * day) {
                    late++;
                }
            }
        }

        assertThat(early).isGreaterThan(5 * late);
        assertThat(late).isPositive();
    }

    @Test
    void requestsAreSentInOfficeHoursOfWorkingDaysInVietnam() {
        Map<Boolean, Long> byOffice =
                REQUESTS.stream()
                        .collect(
                                Collectors.partitioningBy(
                                        issued -> {
                                            ZonedDateTime there =
                                                    Instant.ofEpochMilli(issued.occurredAt())
                                                            .atZone(ZoneId.of("Asia/Ho_Chi_Minh"));
                                            return there.getHour() >= 8
                                                    && there.getHour() < 18
                                                    && there.getDayOfWeek().getValue() <= 5;
                                        },
                                        Collectors.counting()));

        assertThat(byOffice.get(true)).isGreaterThan(byOffice.get(false));
        assertThat(byOffice.get(false)).isPositive();
    }

    private static boolean downBeforeAndNeverUpAfter(RequestIssued issued) {
        boolean downBefore = false;
        for (Observation observation : observations(issued)) {
            boolean before = observation.occurredAt() < issued.occurredAt();
            downBefore |= before && down(observation);
            if (!before && up(observation)) {
                return false;
            }
        }
        return downBefore;
    }

    private static boolean upAfterTheClaim(RequestIssued issued) {
        Long claimedAt = CLAIMS.get(issued.caseId());
        if (claimedAt == null) {
            return false;
        }
        long tolerated = claimedAt + Duration.ofHours(1).toMillis();
        return observations(issued).stream()
                .anyMatch(seen -> up(seen) && seen.occurredAt() > tolerated);
    }

    private static List<Observation> observations(RequestIssued issued) {
        return OBSERVATIONS.getOrDefault(issued.providerId() + issued.targetKey(), List.of());
    }

    private static String key(Observation observation) {
        return observation.providerId() + observation.targetKey();
    }

    private static boolean up(Observation observation) {
        return observation.status() == ObservationStatus.UP
                || observation.status() == ObservationStatus.GEO_BLOCKED;
    }

    private static boolean down(Observation observation) {
        return observation.status() == ObservationStatus.DOWN_HARD
                || observation.status() == ObservationStatus.DOWN_SOFT;
    }
}
