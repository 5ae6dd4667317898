package vn.takedown.compliance.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.alerting.AlertKind;
import vn.takedown.model.alerting.ProviderSignal;
import vn.takedown.model.cases.CaseSituation;
import vn.takedown.model.cohort.Recidivism;
import vn.takedown.model.oracle.AlertExpectation;
import vn.takedown.model.oracle.BatchOracle;
import vn.takedown.model.oracle.ExpectedAlert;
import vn.takedown.model.oracle.OracleCase;
import vn.takedown.model.oracle.Scenarios;
import vn.takedown.model.oracle.World;

/** The operators, in random steps of time and through restarts, against the expectation. */
class WatchOperatorsTest {

    @Property(tries = 30)
    void alertsDependNeitherOnTheStepsOfTimeNorOnRestarts(@ForAll long seed) throws Exception {
        World world = accepted(Scenarios.world(seed));
        CaseStory story = CaseStory.of(world);
        Random random = new Random(seed);
        List<Alert> alerts = new ArrayList<>();
        alerts.addAll(
                run(
                        () -> new WatchCases(Long.MAX_VALUE),
                        CaseNews::caseId,
                        news(world, story),
                        WatchOperatorsTest::at,
                        world,
                        random));
        alerts.addAll(
                run(
                        () -> new WatchProviders(Duration.ofHours(24)),
                        ProviderSignal::providerId,
                        story.signals(),
                        ProviderSignal::at,
                        world,
                        random));

        assertThat(newest(alerts)).as("seed %d", seed).isEqualTo(AlertExpectation.of(world));
    }

    /** Without policies that are never in force, which are dead letters. */
    private static World accepted(World world) {
        return new World(
                world.events(),
                world.providers(),
                world.policies().stream()
                        .filter(
                                policy ->
                                        policy.effectiveTo() == null
                                                || policy.effectiveTo() > policy.effectiveFrom())
                        .toList());
    }

    private static List<CaseNews> news(World world, CaseStory story) {
        List<CaseNews> news = new ArrayList<>();
        for (OracleCase judged : BatchOracle.evaluate(world).cases()) {
            news.add(
                    new CaseNews(
                            judged.caseId(),
                            null,
                            Recidivism.valueOf((String) judged.get("recidivism"))));
        }
        for (CaseSituation situation : story.situations()) {
            news.add(CaseNews.of(situation));
        }
        return news;
    }

    private static long at(CaseNews news) {
        return news.situation() == null ? Long.MIN_VALUE : news.situation().at();
    }

    private static Map<String, ExpectedAlert> newest(List<Alert> alerts) {
        Map<String, ExpectedAlert> newest = new TreeMap<>();
        for (Alert alert : alerts) {
            if (alert.kind() != AlertKind.MONITOR_BLIND) {
                newest.put(
                        alert.key(),
                        new ExpectedAlert(
                                alert.key(),
                                alert.firing(),
                                alert.startsAt(),
                                alert.endsAt(),
                                alert.severity().name().toLowerCase(Locale.ROOT),
                                alert.level()));
            }
        }
        return newest;
    }

    @SuppressWarnings("try")
    private static <I> List<Alert> run(
            Supplier<WatchOperator<I, ?, ?>> operator,
            KeySelector<I, String> key,
            List<I> told,
            ToLongFunction<I> at,
            World world,
            Random random)
            throws Exception {
        List<I> left = new ArrayList<>(told);
        left.sort(Comparator.comparingLong(at));
        long cutOff = BatchOracle.evaluate(world).cutOff();
        List<Alert> alerts = new ArrayList<>();
        OperatorSubtaskState state = null;
        long now = left.stream().mapToLong(at).filter(i -> i > 0).min().orElse(cutOff) - 1;
        while (true) {
            try (KeyedTwoInputStreamOperatorTestHarness<String, I, ReferenceUpdate, Alert> harness =
                    harness(operator.get(), key)) {
                if (state != null) {
                    harness.initializeState(state);
                }
                harness.open();
                if (state == null) {
                    for (var policy : world.policies()) {
                        harness.processElement2(PolicyJson.update(policy), 0);
                    }
                }
                int steps = random.nextInt(6);
                while (steps-- > 0 && now < cutOff) {
                    now = Math.min(cutOff, now + 1 + random.nextInt(1 << (1 + random.nextInt(29))));
                    while (!left.isEmpty() && at.applyAsLong(left.get(0)) <= now) {
                        harness.processElement1(left.remove(0), 0);
                    }
                    harness.processBothWatermarks(new Watermark(now));
                }
                if (now >= cutOff) {
                    harness.processElement2(
                            new ReferenceUpdate(ReferenceUpdate.Kind.HEARTBEAT, null, null, cutOff),
                            0);
                    harness.processBothWatermarks(Watermark.MAX_WATERMARK);
                }
                alerts.addAll(harness.extractOutputValues());
                if (now >= cutOff) {
                    return alerts;
                }
                harness.getOperator().prepareSnapshotPreBarrier(0);
                state = harness.snapshot(0, 0);
            }
        }
    }

    private static <I>
            KeyedTwoInputStreamOperatorTestHarness<String, I, ReferenceUpdate, Alert> harness(
                    WatchOperator<I, ?, ?> operator, KeySelector<I, String> key) throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                operator, key, null, Types.STRING, 1, 1, 0);
    }
}
