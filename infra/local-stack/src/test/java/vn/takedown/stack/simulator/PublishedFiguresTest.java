package vn.takedown.stack.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.CaseEvent;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestSource;

/** The true lives of 120,000 items against the figures as they were published. */
class PublishedFiguresTest {

    private static final Offset<Double> TWO_POINTS = within(0.02);

    private static List<Life> lives;

    @BeforeAll
    static void liveThem() {
        SimulationSettings settings =
                SimulationSettings.demo().withSeed(4).withDays(40).withItemsPerDay(3_000);
        NationalStream stream = new NationalStream(settings);
        Intake intake = stream.intake();
        lives = new ArrayList<>();
        ItemPlan item = intake.next();
        while (item.issuedAt() < settings.endMillis()) {
            lives.add(stream.planner().plan(item));
            item = intake.next();
        }
        assertThat(lives).hasSizeBetween(110_000, 130_000);
    }

    @Test
    void domesticHostsRemoveAsFastAsGermanOnesIn2022() {
        assertThat(removedWithin(ProviderFamily.DOMESTIC_HOST, Duration.ofDays(2)))
                .isCloseTo(0.7632, TWO_POINTS);
        assertThat(removedWithin(ProviderFamily.DOMESTIC_HOST, Duration.ofDays(7)))
                .isCloseTo(0.9965, within(0.004));
    }

    /** The mean was published too, and nothing was fitted to it. */
    @Test
    void theMeanAvailabilityAtDomesticHostsComesOutAsPublished() {
        double meanDays =
                undisturbed(ProviderFamily.DOMESTIC_HOST)
                                .filter(life -> life.outcome() == Outcome.DONE)
                                .mapToLong(Life::timeToAct)
                                .average()
                                .orElseThrow()
                        / Duration.ofDays(1).toMillis();

        assertThat(meanDays).isCloseTo(1.54, within(0.08));
        assertThat(PublishedFigures.GERMANY_2022_DOMESTIC_MEAN.toMinutes() / 1440.0)
                .isCloseTo(1.54, within(0.001));
    }

    @Test
    void foreignHostsRemoveAsSlowlyAsGermanyReportedFor2022() {
        assertThat(actedWithin(ProviderFamily.FOREIGN_HOST, Duration.ofDays(7)))
                .isCloseTo(0.5323, TWO_POINTS);
        assertThat(actedWithin(ProviderFamily.FOREIGN_HOST, Duration.ofDays(28)))
                .isCloseTo(0.8854, TWO_POINTS);
    }

    @Test
    void halfOfTheItemsAtHostsAreAtDomesticOnesAsInGermanyIn2022() {
        double domestic = items(ProviderFamily.DOMESTIC_HOST).count();
        double foreign = items(ProviderFamily.FOREIGN_HOST).count();

        assertThat(domestic / (domestic + foreign)).isCloseTo(0.5139, within(0.03));
    }

    @Test
    void platformsActInTheMedianTimeThatTiktokReports() {
        assertThat(actedWithin(ProviderFamily.PLATFORM, Duration.ofMinutes(395)))
                .isCloseTo(0.5, TWO_POINTS);
    }

    @Test
    void platformsActWithin24HoursAsOftenAsUnderTheEuCode() {
        assertThat(actedWithin(ProviderFamily.PLATFORM, Duration.ofHours(24)))
                .isCloseTo(0.81, TWO_POINTS);
    }

    @Test
    void platformsActInTheEndAsOftenAsVietnamReports() {
        assertThat(actedWithin(ProviderFamily.PLATFORM, Duration.ofDays(36_500)))
                .isCloseTo(0.9583, within(0.01));
    }

    @Test
    void referralsFromAbroadAreGoneBeforeTheNoticeAsOftenAsTheIwfFound() {
        assertThat(
                        share(
                                lives.stream()
                                        .filter(
                                                life ->
                                                        life.item().source()
                                                                == RequestSource.INTERNATIONAL),
                                life -> life.item().goneBeforeIssue()))
                .isCloseTo(465 / 640.0, TWO_POINTS);
    }

    @Test
    void aNoticeNamesAsManyItemsAsTheIwfs() {
        Map<String, Integer> items = new TreeMap<>();
        lives.stream()
                .map(Life::item)
                .filter(item -> item.action() != Action.BLOCK)
                .forEach(item -> items.merge(item.requestId(), 1, Integer::sum));

        assertThat(items.values().stream().mapToInt(Integer::intValue).average().orElseThrow())
                .isCloseTo(175 / 32.0, within(0.2));
    }

    /** Counted like the centre does it, over the requests of all authorities. */
    @Test
    void halfOfTheNoticesAreForContentFlaggedBeforeAtThatProvider() {
        List<RequestIssued> requests = new ArrayList<>();
        for (Life life : lives) {
            for (CaseEvent step : life.steps()) {
                if (step instanceof RequestIssued issued && issued.contentKey() != null) {
                    requests.add(issued);
                }
            }
        }
        requests.sort(Comparator.comparingLong(RequestIssued::occurredAt));
        Set<String> flagged = new HashSet<>();

        double repeats =
                share(
                        requests.stream(),
                        issued -> !flagged.add(issued.providerId() + issued.contentKey()));

        assertThat(repeats).isCloseTo(0.5, within(0.03));
    }

    @Test
    void everyProviderKeepsItsOwnPlaceInItsFamily() {
        assertThat(medianHours("social-clipparelle")).isLessThan(medianHours("social-glimmerwick"));
        assertThat(medianHours("social-glimmerwick")).isLessThan(medianHours("social-chattrelle"));
        assertThat(medianHours("host-ostrelund")).isLessThan(medianHours("host-zhirado") / 3);
        assertThat(medianHours("isp-chuon-chuon")).isLessThan(medianHours("isp-de-trui") / 2);
    }

    private static double medianHours(String providerId) {
        long[] times =
                lives.stream()
                        .filter(life -> life.item().providerId().equals(providerId))
                        .filter(life -> life.timeToAct() != Long.MAX_VALUE)
                        .mapToLong(Life::timeToAct)
                        .sorted()
                        .toArray();
        return times[times.length / 2] / (double) Duration.ofHours(1).toMillis();
    }

    private static double removedWithin(ProviderFamily family, Duration time) {
        return share(
                undisturbed(family),
                life -> life.outcome() == Outcome.DONE && life.timeToAct() <= time.toMillis());
    }

    /** Removed, or hidden from the country that asked. */
    private static double actedWithin(ProviderFamily family, Duration time) {
        return share(undisturbed(family), life -> life.timeToAct() <= time.toMillis());
    }

    private static Stream<Life> undisturbed(ProviderFamily family) {
        return items(family)
                .filter(Life::undisturbed)
                .filter(life -> life.outcome() != Outcome.GONE_BEFORE_NOTICE);
    }

    private static Stream<Life> items(ProviderFamily family) {
        return lives.stream().filter(life -> life.item().provider().family() == family);
    }

    private static <T> double share(Stream<T> all, Predicate<T> counted) {
        long[] counts = new long[2];
        all.forEachOrdered(one -> counts[counted.test(one) ? 1 : 0]++);
        return counts[1] / (double) (counts[0] + counts[1]);
    }
}
