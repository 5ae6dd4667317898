package vn.takedown.stack.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.takedown.stack.client.ElasticsearchClient;
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
 * The alerts of a recorded summer: nobody is woken for the past, and that nothing was seen is told
 * and is no removal.
 */
class OutageIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int PARTITIONS = 2;
    private static final Duration BLIND_AFTER = Duration.ofHours(24);

    /** By how much documents may lag behind observations. */
    private static final Duration REFRESH = Duration.ofHours(6);

    /** The monitor waits for documents that lag, and they may lag. */
    private static final Duration LATER = REFRESH.multipliedBy(2);

    /** Crawls are twelve hours apart. */
    private static final Instant OUT_FROM = Instant.parse("2020-07-10T06:00:00Z");

    private static final Instant OUT_TO = Instant.parse("2020-07-14T06:00:00Z");

    /** The two crawls between which the recorded data lacks one. */
    private static final Instant MISSING_FROM = Instant.parse("2020-06-05T00:10:06Z");

    private static final Instant MISSING_TO = Instant.parse("2020-06-06T00:09:55Z");

    @TempDir private static Path stateFolder;

    private static RecordedSummer summer;
    private static LocalStack stack;

    @TempDir private Path folder;

    @BeforeAll
    static void startServers() {
        Installation installation = Installation.find();
        summer = RecordedSummer.orSkip(installation);
        stack =
                LocalStack.start(
                        installation,
                        StateFolder.resolve(stateFolder, installation).newRun("test"),
                        2,
                        Console.standardOutput());
        stack.startAlertmanager(
                AlertmanagerOptions.of(Duration.ofHours(1), null), Console.standardOutput());
    }

    @AfterAll
    static void stopServers() {
        if (stack != null) {
            stack.close();
        }
    }

    @BeforeEach
    void emptyTheStack() {
        new Replay(stack, Console.standardOutput()).reset();
    }

    @Test
    void aLiveJobThatReadsThePastTellsAlertmanagerNothingAndWritesAllAlerts() throws IOException {
        new TopicSetup(stack.addresses().kafka()).create(PARTITIONS);
        long records = PARTITIONS * (long) InputTopic.EVENTS.size();
        Instant latest = Instant.MIN;
        try (TopicWriter writer = new TopicWriter(stack.addresses().kafka())) {
            for (InputTopic topic : InputTopic.values()) {
                for (String line : summer.lines(topic.title())) {
                    writer.send(topic, line.getBytes(StandardCharsets.UTF_8));
                    records++;
                    if (InputTopic.EVENTS.contains(topic)) {
                        Instant at = instant(MAPPER.readTree(line), "occurred_at");
                        latest = at.isAfter(latest) ? at : latest;
                    }
                }
            }
            writer.close(latest.toEpochMilli(), PARTITIONS);
            writer.flush();
        }
        JobRun job =
                JobRun.submit(
                        stack,
                        new JobSettings(
                                false, 2, StateBackend.HASHMAP, REFRESH, Duration.ofSeconds(10)),
                        Console.standardOutput());
        awaitRead(job, records, latest.toEpochMilli() - 1);
        List<String> expected = summer.expectedFacts();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(facts()).containsExactlyInAnyOrderElementsOf(expected));

        assertThat(receivedByAlertmanager()).isZero();
        job.cancel();
    }

    private static void awaitRead(JobRun job, long records, long end) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> {
                            JobSnapshot snapshot = job.poll();
                            return snapshot.read() == records
                                    && snapshot.watermark().isPresent()
                                    && snapshot.watermark().getAsLong() >= end;
                        });
    }

    @Test
    void whileAllCrawlersAreOutTheMonitorIsBlindAndNoCaseIsCalledRemoved() throws IOException {
        CrawlerOutage outage = CrawlerOutage.in(summer, OUT_FROM, OUT_TO, folder.resolve("outage"));
        replay(outage.folder());

        Map<String, JsonNode> alerts = documents("takedown-alerts");
        JsonNode blind = alerts.get("MONITOR_BLIND|_all|takedown.observations.v1");
        assertThat(blind).isNotNull();
        Instant mark = outage.lastSeen().plus(BLIND_AFTER);
        assertThat(instant(blind, "starts_at")).isBetween(mark, mark.plus(LATER));
        assertThat(blind.get("severity").asText()).isEqualTo("critical");
        assertThat(blind.get("status").asText()).isEqualTo("RESOLVED");
        assertThat(instant(blind, "ends_at"))
                .isBetween(outage.seenAgain(), outage.seenAgain().plus(REFRESH));

        assertThat(documents("takedown-cases").values())
                .allSatisfy(item -> assertRemovedOnlyWhenSeenDown(item, outage));
        assertThat(alerts.values())
                .filteredOn(alert -> alert.path("ends_at").isTextual())
                .filteredOn(alert -> outage.covers(instant(alert, "ends_at")))
                .isNotEmpty()
                .noneMatch(alert -> alert.get("summary_en").asText().contains("removal"));
        assertThat(receivedByAlertmanager()).isZero();
    }

    private static void assertRemovedOnlyWhenSeenDown(JsonNode item, CrawlerOutage outage) {
        for (String field : List.of("first_down_at", "confirmed_down_at")) {
            if (item.path(field).isTextual()) {
                String target = item.get("target_key").asText();
                assertThat(outage.downs())
                        .as("%s is an observation", field)
                        .contains(CrawlerOutage.down(target, instant(item, field)));
            }
        }
    }

    @Test
    void whileTheCrawlersComeByAsUsualTheMonitorIsBlindAtMostWhereACrawlIsMissing()
            throws IOException {
        replay(summer.folder());

        Map<String, JsonNode> alerts = documents("takedown-alerts");
        assertThat(alerts).isNotEmpty();
        assertThat(alerts.values())
                .filteredOn(alert -> alert.get("kind").asText().equals("MONITOR_BLIND"))
                .allSatisfy(
                        alert ->
                                assertThat(instant(alert, "starts_at"))
                                        .isBetween(MISSING_FROM, MISSING_TO));
        assertThat(receivedByAlertmanager()).isZero();
    }

    private void replay(Path input) {
        Replay.Result result =
                new Replay(stack, Console.standardOutput())
                        .run(
                                InputFolder.open(input),
                                folder.resolve("out"),
                                new Replay.Settings(2, StateBackend.HASHMAP, PARTITIONS));
        assertThat(result.complete()).isTrue();
    }

    private Map<String, JsonNode> documents(String alias) throws IOException {
        return RecordedSummer.documents(folder.resolve("out"), alias);
    }

    /** Of the kinds that the recorded data tells. */
    private static List<String> facts() throws IOException {
        List<String> facts = new ArrayList<>();
        ElasticsearchClient client = new ElasticsearchClient(stack.addresses().elasticsearch());
        client.refresh(List.of("takedown-alerts"));
        client.forEachDocument(
                "takedown-alerts",
                1000,
                (id, line) -> {
                    JsonNode alert = MAPPER.readTree(line);
                    if (RecordedSummer.FACTS.contains(alert.get("kind").asText())) {
                        facts.add(RecordedSummer.fact(alert, "starts_at"));
                    }
                });
        return facts;
    }

    /** How many alerts it was sent since its start. */
    private static double receivedByAlertmanager() throws IOException {
        URI metrics = stack.addresses().alertmanager().resolve("/metrics");
        try {
            String text =
                    HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(metrics).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            List<String> received =
                    text.lines()
                            .filter(line -> line.startsWith("alertmanager_alerts_received_total{"))
                            .toList();
            assertThat(received).isNotEmpty();
            return received.stream()
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                    .sum();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Instant instant(JsonNode document, String field) {
        return Instant.parse(document.get(field).asText());
    }
}
