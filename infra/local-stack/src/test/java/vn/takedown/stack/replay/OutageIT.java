package vn.takedown.stack.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
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
 * What the alerts of a recorded summer are: nobody is woken for the past, and that nothing was seen
 * is told and is no removal. The data is that of {@link ReplayIT}; without it the tests are
 * skipped.
 */
class OutageIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DATA_SET = "urlhaus-2020q3";
    private static final Duration BLIND_AFTER = Duration.ofHours(24);

    /** By how much a replay's documents may lag behind observations. */
    private static final Duration REFRESH = Duration.ofDays(1);

    /** No crawl ended between them. */
    private static final Instant OUT_FROM = Instant.parse("2020-07-10T06:00:00Z");

    private static final Instant OUT_TO = Instant.parse("2020-07-14T06:00:00Z");

    @TempDir private static Path stateFolder;

    private static Path data;
    private static LocalStack stack;

    @TempDir private Path folder;

    @BeforeAll
    static void startServers() {
        Installation installation = Installation.find();
        String configured = System.getenv("TAKEDOWN_DATA");
        Path shared =
                configured == null
                        ? installation.home().resolveSibling("shared").resolve("data")
                        : Path.of(configured);
        data = shared.resolve(DATA_SET).normalize();
        assumeThat(data)
                .as("real data to replay; set TAKEDOWN_DATA to the folder that holds it")
                .isDirectory();
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
        new TopicSetup(stack.addresses().kafka()).create(2);
        long records = 0;
        Instant latest = Instant.MIN;
        try (TopicWriter writer = new TopicWriter(stack.addresses().kafka())) {
            for (InputTopic topic : InputTopic.values()) {
                for (String line : lines(topic.title())) {
                    writer.send(topic, line.getBytes(StandardCharsets.UTF_8));
                    records++;
                    if (InputTopic.EVENTS.contains(topic)) {
                        Instant at =
                                Instant.parse(MAPPER.readTree(line).get("occurred_at").asText());
                        latest = at.isAfter(latest) ? at : latest;
                    }
                }
            }
            writer.close(latest.toEpochMilli(), 2);
            writer.flush();
        }
        JobRun job =
                JobRun.submit(
                        stack,
                        new JobSettings(
                                false, 2, StateBackend.HASHMAP, REFRESH, Duration.ofSeconds(10)),
                        Console.standardOutput());
        long all = records + 6;
        long end = latest.toEpochMilli() - 1;
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> {
                            JobSnapshot snapshot = job.poll();
                            return snapshot.read() == all
                                    && snapshot.watermark().isPresent()
                                    && snapshot.watermark().getAsLong() >= end;
                        });
        List<String> expected = expectedFacts();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(written()).containsExactlyInAnyOrderElementsOf(expected));

        assertThat(receivedByAlertmanager()).isZero();
        job.cancel();
    }

    @Test
    void whileAllCrawlersAreOutTheMonitorIsBlindAndNoCaseIsCalledRemoved() throws IOException {
        Path input = Files.createDirectory(folder.resolve("outage"));
        Instant lastSeen = Instant.MIN;
        Instant seenAgain = Instant.MAX;
        Set<String> downs = new HashSet<>();
        List<String> kept = new ArrayList<>();
        for (String line : lines("observations")) {
            JsonNode event = MAPPER.readTree(line);
            Instant at = Instant.parse(event.get("occurred_at").asText());
            if (at.isAfter(OUT_FROM) && at.isBefore(OUT_TO)) {
                continue;
            }
            kept.add(line);
            if (!at.isAfter(OUT_FROM) && at.isAfter(lastSeen)) {
                lastSeen = at;
            }
            if (!at.isBefore(OUT_TO) && at.isBefore(seenAgain)) {
                seenAgain = at;
            }
            if (event.get("status").asText().equals("DOWN_HARD")) {
                downs.add(event.get("target_key").asText() + " " + at);
            }
        }
        Files.write(input.resolve("observations.jsonl"), kept);
        Files.write(input.resolve("requests.jsonl"), lines("requests"));
        Files.write(input.resolve("providers.jsonl"), lines("providers"));
        Files.write(input.resolve("policies.jsonl"), lines("policies"));

        Replay.Result result =
                new Replay(stack, Console.standardOutput())
                        .run(
                                InputFolder.open(input),
                                folder.resolve("out"),
                                new Replay.Settings(2, StateBackend.HASHMAP, 2));

        assertThat(result.complete()).isTrue();
        JsonNode blind =
                documents("takedown-alerts").get("MONITOR_BLIND|_all|takedown.observations.v1");
        assertThat(blind).isNotNull();
        assertThat(instant(blind, "starts_at"))
                .isBetween(lastSeen.plus(BLIND_AFTER), lastSeen.plus(BLIND_AFTER).plus(REFRESH));
        assertThat(blind.get("status").asText()).isEqualTo("RESOLVED");
        assertThat(instant(blind, "ends_at")).isBetween(seenAgain, seenAgain.plus(REFRESH));
        assertThat(blind.get("severity").asText()).isEqualTo("critical");

        for (JsonNode item : documents("takedown-cases").values()) {
            for (String field : List.of("first_down_at", "confirmed_down_at")) {
                if (item.path(field).isTextual()) {
                    assertThat(downs)
                            .as("%s of %s is an observation", field, item)
                            .contains(item.get("target_key").asText() + " " + instant(item, field));
                }
            }
        }
        for (JsonNode alert : documents("takedown-alerts").values()) {
            boolean over = alert.path("ends_at").isTextual();
            if (over && !alert.get("kind").asText().equals("MONITOR_BLIND")) {
                boolean meanwhile =
                        instant(alert, "ends_at").isAfter(lastSeen)
                                && instant(alert, "ends_at").isBefore(seenAgain);
                assertThat(meanwhile && alert.get("summary_en").asText().contains("removal"))
                        .as("%s", alert)
                        .isFalse();
            }
        }
        assertThat(receivedByAlertmanager()).isZero();
    }

    @Test
    void whileTheCrawlersComeByAsUsualTheMonitorIsNotBlind() throws IOException {
        new Replay(stack, Console.standardOutput())
                .run(
                        InputFolder.open(data),
                        folder.resolve("out"),
                        new Replay.Settings(2, StateBackend.HASHMAP, 2));

        assertThat(documents("takedown-alerts").keySet())
                .isNotEmpty()
                .noneMatch(key -> key.startsWith("MONITOR_BLIND"));
        assertThat(receivedByAlertmanager()).isZero();
    }

    /** Of all versions of its API; since its start. */
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

    private static List<String> expectedFacts() throws IOException {
        List<String> facts = new ArrayList<>();
        for (String line : read(data.resolve("expected").resolve("takedown-facts.ndjson.gz"))) {
            facts.add(fact(MAPPER.readTree(line), "at"));
        }
        return facts;
    }

    /** Of the kinds of the expected facts. */
    private static List<String> written() throws IOException {
        Set<String> kinds =
                new TreeSet<>(Set.of("SLA_BREACH", "CONTENT_RECIDIVISM", "REINSTATEMENT"));
        List<String> facts = new ArrayList<>();
        ElasticsearchClient client = new ElasticsearchClient(stack.addresses().elasticsearch());
        client.refresh(List.of("takedown-alerts"));
        client.forEachDocument(
                "takedown-alerts",
                1000,
                (id, line) -> {
                    JsonNode alert = MAPPER.readTree(line);
                    if (kinds.contains(alert.get("kind").asText())) {
                        facts.add(fact(alert, "starts_at"));
                    }
                });
        return facts;
    }

    private static String fact(JsonNode document, String at) {
        return String.join(
                " ",
                document.get("kind").asText(),
                document.get("case_id").asText(),
                document.get(at).asText(),
                document.path("level").isTextual() ? document.get("level").asText() : "-");
    }

    private static Instant instant(JsonNode document, String field) {
        return Instant.parse(document.get(field).asText());
    }

    private Map<String, JsonNode> documents(String alias) throws IOException {
        Map<String, JsonNode> documents = new TreeMap<>();
        for (String line : read(folder.resolve("out").resolve(alias + ".ndjson"))) {
            JsonNode document = MAPPER.readTree(line);
            documents.put(document.get("_id").asText(), document);
        }
        return documents;
    }

    /** Of one file of the recorded data; none when there is no such file. */
    private static List<String> lines(String title) throws IOException {
        for (String ending : List.of(".jsonl", ".jsonl.gz")) {
            if (Files.exists(data.resolve(title + ending))) {
                return read(data.resolve(title + ending));
            }
        }
        return List.of();
    }

    private static List<String> read(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain =
                        file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
