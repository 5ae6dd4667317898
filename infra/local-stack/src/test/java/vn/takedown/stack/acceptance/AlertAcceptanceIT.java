package vn.takedown.stack.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.takedown.stack.Pause;
import vn.takedown.stack.alerting.WebhookReceiver;
import vn.takedown.stack.job.JobRun;
import vn.takedown.stack.job.JobSettings;
import vn.takedown.stack.job.JobSnapshot;
import vn.takedown.stack.job.StateBackend;
import vn.takedown.stack.server.AlertmanagerOptions;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.server.StateFolder;
import vn.takedown.stack.terminal.Console;
import vn.takedown.stack.topic.InputTopic;
import vn.takedown.stack.topic.TopicSetup;
import vn.takedown.stack.topic.TopicWriter;

/**
 * A simulated day, or with {@code -Dtakedown.acceptance=full} a week at 1000× with 200 cases,
 * through the real servers: every alert that follows from the contract and no other, although the
 * job is killed, Alertmanager is started again, and is away for a simulated hour.
 */
class AlertAcceptanceIT {

    /** By how much documents of cases may lag (contract section 4), event time. */
    private static final Duration REFRESH = Duration.ofMinutes(1);

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(500);

    /** Bound on disorder, event time: at the speed of the run some hundredths of a second. */
    private static final Duration BOUND = Duration.ofSeconds(30);

    private static final long FAST_ENOUGH = 3_000;

    private final Scale scale = Scale.chosen();
    private final Console console = Console.standardOutput();
    private final WebhookReceiver receiver = new WebhookReceiver();
    private final Disturbances disturbances = new Disturbances();

    @TempDir private Path stateFolder;

    private LocalStack stack;
    private TopicWriter writer;
    private Outlets outlets;
    private JobRun job;
    private SimulatedTime time;
    private Script script;

    @BeforeEach
    void startServers() {
        Installation installation = Installation.find();
        stack =
                LocalStack.start(
                        installation,
                        StateFolder.resolve(stateFolder, installation).newRun("test"),
                        2,
                        console);
        AlertmanagerOptions shipped =
                AlertmanagerOptions.of(scale.span().multipliedBy(2), receiver.address());
        stack.startAlertmanager(
                new AlertmanagerOptions(
                        shipped.window(),
                        configuration ->
                                eachAlertAtOnce(shipped.configuration().apply(configuration))),
                console);
        outlets = new Outlets(stack);
        new TopicSetup(stack.addresses().kafka()).create(ScriptPlayer.PARTITIONS);
        writer = new TopicWriter(stack.addresses().kafka());
        new Policies(scale.unit()).json().forEach(json -> send(InputTopic.POLICIES, json));
        Stories.parties().forEach(party -> send(InputTopic.PROVIDERS, party.json()));
        writer.close(System.currentTimeMillis() - scale.span().multipliedBy(2).toMillis(), 2);
        writer.flush();
        job = JobRun.submit(stack, settings(), console);
    }

    /** The shipped routes and inhibitions, but each alert in a call of its own. */
    private static String eachAlertAtOnce(String shipped) {
        return shipped.replaceAll("group_by: .*", "group_by: ['...']")
                .replaceAll("group_wait: .*", "group_wait: 0s")
                .replaceAll("group_interval: .*", "group_interval: 500ms");
    }

    private JobSettings settings() {
        return new JobSettings(
                false,
                2,
                StateBackend.ROCKSDB,
                REFRESH,
                scale.checkpoints(),
                List.of(
                        "--alerts.blind-after",
                        Duration.ofMillis(Math.round(Stories.BLIND_AFTER * scale.unit()))
                                .toString(),
                        // Burn rates follow from all cases of a provider together and have an
                        // expectation of their own (BurnAgreesWithExpectationTest).
                        "--alerts.minimum-due",
                        "1000000",
                        "--alertmanager.resend-interval",
                        scale.resend().toString(),
                        // At this speed the usual minute would be most of a day.
                        "--watermark.idleness",
                        "PT5S"));
    }

    private void send(InputTopic topic, String json) {
        writer.send(topic, json.getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopServers() {
        if (writer != null) {
            writer.close();
        }
        if (stack != null) {
            stack.close();
        }
        receiver.close();
    }

    @Test
    void everyCaseGivesExactlyTheAlertsThatFollowFromTheContract() {
        awaitWatermark(Long.MIN_VALUE + 1);
        time =
                SimulatedTime.startingAt(
                        System.currentTimeMillis() + 1_000, scale.span(), scale.speed());
        script = new Script(time.start(), scale.unit());
        new Stories(script, 2 * REFRESH.toMillis()).tell(scale.cases());
        try (ScriptPlayer player = new ScriptPlayer(writer, time, script)) {
            Future<?> played = player.play(script.at(100));
            disturb();
            awaitWatermark(script.at(100) - 1);
            assertThat(played).succeedsWithin(LIMIT);
        }

        assertEveryAlert();
        assertNothingSecretIsSeen();
        assertSpeed();
    }

    private void disturb() {
        await(30);
        long killed = System.currentTimeMillis();
        ProcessHandle.of(stack.flinkPid()).orElseThrow().destroyForcibly();
        note("The job is killed.");
        long caughtUp = awaitCaughtUp();
        disturbances.add(killed, caughtUp);
        note("The job has caught up, after " + (caughtUp - killed) / 1000.0 + " s.");

        await(62);
        long stopped = System.currentTimeMillis();
        stack.restartAlertmanager(console);
        disturbances.addAlertmanagerAway(stopped, System.currentTimeMillis());
        disturbances.add(stopped, System.currentTimeMillis() + 1_000);
        note("Alertmanager was started again.");

        await(72);
        long away = System.currentTimeMillis();
        stack.stopAlertmanager();
        note("Alertmanager is away for a simulated hour.");
        long back = time.wall(time.at(away) + Duration.ofHours(1).toMillis());
        while (System.currentTimeMillis() < back) {
            Pause.of(Duration.ofMillis(20));
        }
        stack.resumeAlertmanager(console);
        disturbances.addAlertmanagerAway(away, System.currentTimeMillis());
        // A post may just have begun to wait for its next try, which is at most twice as long.
        disturbances.add(away, System.currentTimeMillis() + 2 * (back - away) + 2_000);
        note("Alertmanager is back.");
    }

    private void note(String line) {
        console.note(
                "[simulated " + Script.instant(time.at(System.currentTimeMillis())) + "] " + line);
    }

    private void await(double units) {
        while (time.at(System.currentTimeMillis()) < script.at(units)) {
            job.poll();
            Pause.of(POLL);
        }
    }

    /** Until a job that goes on has come as far as it would have come by itself. */
    private long awaitCaughtUp() {
        int before = job.restarts();
        long begin = System.nanoTime();
        while (true) {
            JobSnapshot snapshot = job.poll();
            long now = System.currentTimeMillis();
            long lately = time.at(now - 2_000);
            if (job.restarts() > before
                    && snapshot.watermark().isPresent()
                    && snapshot.watermark().getAsLong() >= lately) {
                return now;
            }
            requireTime(begin, "to catch up");
            Pause.of(POLL);
        }
    }

    private void awaitWatermark(long instant) {
        long begin = System.nanoTime();
        while (true) {
            JobSnapshot snapshot = job.poll();
            if (snapshot.watermark().isPresent() && snapshot.watermark().getAsLong() >= instant) {
                return;
            }
            if (time == null || System.currentTimeMillis() > time.wall(script.at(100))) {
                requireTime(begin, "to come to " + instant);
            } else {
                begin = System.nanoTime();
            }
            Pause.of(POLL);
        }
    }

    private static void requireTime(long begin, String what) {
        if (System.nanoTime() - begin > LIMIT.toNanos()) {
            fail("the job does not seem %s", what);
        }
    }

    private void assertEveryAlert() {
        Documents documents = new Documents(script.alerts());
        Telling telling = new Telling(time, disturbances, scale.checkpoints(), script.alerts());
        Set<String> firing = new TreeSet<>();
        telling.episodes().stream()
                .filter(episode -> !episode.ends())
                .forEach(episode -> firing.add(episode.identity()));
        Map<String, List<String>> differences = new TreeMap<>();
        long begin = System.nanoTime();
        do {
            Pause.of(POLL);
            job.poll();
            differences.put("Kafka", documents.differencesInTopic(outlets.topic()));
            differences.put("Elasticsearch", documents.differencesInIndex(outlets.index()));
            differences.put(
                    "webhook",
                    telling.differences(
                            receiver.alerts(), new ArrayList<>(), System.currentTimeMillis()));
        } while ((differences.values().stream().anyMatch(list -> !list.isEmpty())
                        || !outlets.alertmanager().equals(firing))
                && System.nanoTime() - begin < scale.resend().toNanos() + LIMIT.toNanos());

        report(telling);
        assertThat(differences).allSatisfy((outlet, list) -> assertThat(list).as(outlet).isEmpty());
        assertThat(outlets.alertmanager()).isEqualTo(firing);
    }

    private void report(Telling telling) {
        long told = receiver.alerts().stream().filter(a -> a.status().equals("firing")).count();
        note(
                "%d cases, %d alerts, %d changes of them; the webhook was told %d times that one"
                                .formatted(
                                        scale.cases(),
                                        script.alerts().size(),
                                        script.alerts().stream()
                                                .mapToInt(a -> a.steps().size())
                                                .sum(),
                                        told)
                        + " fires and %d times that one is over (%d fired, %d are information)."
                                .formatted(
                                        receiver.alerts().size() - told,
                                        telling.episodes().size(),
                                        telling.episodes().stream()
                                                .filter(e -> e.severity().equals("info"))
                                                .count()));
    }

    private void assertSpeed() {
        List<Telling.Begin> begins = new ArrayList<>();
        new Telling(time, disturbances, scale.checkpoints(), script.alerts())
                .differences(receiver.alerts(), begins, System.currentTimeMillis());
        Latencies breaches =
                Latencies.of(
                        begins,
                        time,
                        disturbances,
                        episode -> episode.alert().kind().equals("SLA_BREACH"));
        Latencies proven =
                Latencies.of(begins, time, disturbances, episode -> episode.alert().proven());
        Latencies silent =
                Latencies.of(
                        begins,
                        time,
                        disturbances,
                        episode ->
                                !episode.alert().proven()
                                        && !episode.alert().kind().equals("MONITOR_BLIND"));
        console.note("From the instant to the call of the webhook, wall-clock time:");
        console.note(breaches.line("observation that proves a breach"));
        console.note(proven.line("any observation"));
        console.note(silent.line("silent deadline, acknowledgement, notice"));
        assertThat(List.of(breaches.count(), silent.count())).allMatch(count -> count > 0);
        if (scale.full()) {
            long bound = (long) Math.ceil(BOUND.toMillis() / scale.speed());
            assertThat(breaches.quantile(0.99)).isLessThanOrEqualTo(FAST_ENOUGH);
            assertThat(silent.quantile(1)).isLessThanOrEqualTo(bound + FAST_ENOUGH);
        }
    }

    private void assertNothingSecretIsSeen() {
        Map<String, String> places = new TreeMap<>(outlets.logs());
        assertThat(places).containsKey("flink.log");
        places.put("Kafka", String.join("\n", outlets.topicTexts()));
        places.put("Elasticsearch", String.join("\n", outlets.indexTexts()));
        places.put("webhook", String.join("\n", receiver.bodies()));
        for (String path : List.of("alerts", "alerts/groups", "receivers", "status")) {
            places.put("Alertmanager " + path, outlets.alertmanagerText("/api/v2/" + path));
        }
        places.put("Alertmanager's metrics", outlets.alertmanagerText("/metrics"));
        places.put("Flink", String.join("\n", outlets.flinkTexts(job.jobId())));

        assertThat(places).allSatisfy((place, text) -> assertThat(text).as(place).isNotEmpty());
        assertThat(new Leaks(script.secrets()).in(places)).isEmpty();
    }
}
