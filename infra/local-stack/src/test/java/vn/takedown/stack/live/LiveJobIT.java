package vn.takedown.stack.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.takedown.stack.command.TakedownCommand;
import vn.takedown.stack.dashboards.NodePrograms;
import vn.takedown.stack.demo.Demo;
import vn.takedown.stack.job.JobRun;
import vn.takedown.stack.server.AlertmanagerOptions;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.server.StateFolder;
import vn.takedown.stack.simulator.NationalStream;
import vn.takedown.stack.simulator.SimulationSettings;
import vn.takedown.stack.terminal.Console;
import vn.takedown.stack.topic.Heartbeats;
import vn.takedown.stack.topic.InputTopic;
import vn.takedown.stack.topic.TopicWriter;

/**
 * The live job on the real servers, after a simulated day that ends now: what it does while next to
 * nothing happens, and what Prometheus sees of it.
 */
class LiveJobIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Duration TIME_LIMIT = Duration.ofSeconds(5);
    private static final Duration WATERMARK_BOUND = Heartbeats.LAG;

    /** Where pictures go, if any are wanted. */
    private static final String PICTURES = System.getProperty("takedown.pictures");

    /** As fast as it goes, or over some minutes, so that there are curves to be seen. */
    private static final int RECORDS_PER_SECOND = PICTURES == null ? 5000 : 60;

    private static final int ITEMS = PICTURES == null ? 300 : 1500;
    private static final int PATIENCE_SECONDS = 60;

    @TempDir private static Path folder;

    private static Installation installation;
    private static LocalStack stack;
    private static Instant began;
    private static JobRun job;

    @BeforeAll
    static void startServersAndAJobThatHasReadADay() {
        installation = Installation.find();
        Console console = Console.standardOutput();
        stack =
                LocalStack.startWithMetrics(
                        installation,
                        StateFolder.resolve(folder.resolve("state"), installation).newRun("test"),
                        Demo.slots(),
                        console);
        stack.startAlertmanager(AlertmanagerOptions.of(Duration.ofHours(1), null), console);
        began = Instant.now();
        NationalStream day =
                new NationalStream(
                        SimulationSettings.demo()
                                .withStart(
                                        began.minus(Duration.ofDays(1))
                                                .truncatedTo(ChronoUnit.SECONDS))
                                .withDays(1)
                                .withItemsPerDay(ITEMS));
        job =
                new Demo(stack, console)
                        .run(
                                day.iterator(),
                                StreamSupport.stream(day.spliterator(), false).count(),
                                RECORDS_PER_SECOND);
    }

    @AfterAll
    static void stopServers() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void aDeadlineFiresWithinTwoSecondsOfTheBoundWhileAllTopicsAreSilent() {
        String kafka = stack.addresses().kafka();
        try (TopicWriter writer = new TopicWriter(kafka);
                Heartbeats heartbeats =
                        Heartbeats.start(kafka, Heartbeats.INTERVAL, Heartbeats.LAG);
                KafkaConsumer<byte[], byte[]> transitions = consumer(kafka)) {
            writer.send(InputTopic.POLICIES, bytes(policy()));
            writer.flush();
            // Until the policy is read and heartbeats move time, the first deadline would be late.
            long sent = Instant.now().minus(WATERMARK_BOUND).toEpochMilli();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> job.poll().watermark().orElse(Long.MIN_VALUE) > sent);
            Map<String, Instant> deadlines = new HashMap<>();
            Map<String, Instant> shown = new HashMap<>();
            for (String provider : List.of("silent", "crawled")) {
                Instant issuedAt = Instant.now();
                writer.send(InputTopic.REQUESTS, bytes(issued(provider, issuedAt)));
                deadlines.put("request-" + provider + "/1", issuedAt.plus(TIME_LIMIT));
            }
            writer.send(
                    InputTopic.OBSERVATIONS,
                    bytes(seenUp("crawled", Instant.now().plus(TIME_LIMIT).plusMillis(500))));
            writer.flush();

            Awaitility.await()
                    .atMost(WATERMARK_BOUND.plus(Duration.ofSeconds(60)))
                    .until(
                            () -> {
                                heartbeats.requireAlive();
                                shown.putAll(passedDeadlines(transitions));
                                return shown.keySet().containsAll(deadlines.keySet());
                            });

            deadlines.forEach(
                    (caseId, dueAt) ->
                            assertThat(Duration.between(dueAt, shown.get(caseId)))
                                    .as("from the deadline of %s to its transition", caseId)
                                    .isBetween(
                                            WATERMARK_BOUND,
                                            WATERMARK_BOUND.plus(Duration.ofSeconds(2))));
        }
    }

    @Test
    void everyPanelAndAlertRuleAboutTheJobFindsItsMetricsAndNoWrongNameGoesUnnoticed() {
        int code =
                NodePrograms.build(installation)
                        .run(
                                "prove/metrics.js",
                                List.of(
                                        "--prometheus=" + stack.addresses().prometheus(),
                                        // The first checkpoint is to be complete.
                                        "--patience=" + PATIENCE_SECONDS));

        assertThat(code).isZero();
    }

    /** With {@code -Dtakedown.pictures=DIR} pages and pictures are kept there. */
    @Test
    void jobHealthIsDrawnFromWhatPrometheusHasSeen() throws IOException {
        Path pages = PICTURES == null ? folder.resolve("pages") : Path.of(PICTURES);
        List<String> arguments = new ArrayList<>();
        Collections.addAll(
                arguments,
                "dashboards",
                "render",
                "--dashboard=job",
                "--from=" + began,
                "--elasticsearch=" + stack.addresses().elasticsearch(),
                "--prometheus=" + stack.addresses().prometheus(),
                "--output=" + pages);
        if (PICTURES == null) {
            arguments.add("--no-pictures");
        }

        assertThat(TakedownCommand.run(arguments.toArray(String[]::new))).isZero();
        for (String language : List.of("vi", "en")) {
            assertThat(pages.resolve(language).resolve("job.html"))
                    .content()
                    .contains("<svg")
                    .doesNotContain("class=\"not-drawn\"");
        }
    }

    /** When the transitions of passed deadlines were received, by case. */
    private static Map<String, Instant> passedDeadlines(KafkaConsumer<byte[], byte[]> transitions)
            throws IOException {
        Map<String, Instant> passed = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : transitions.poll(Duration.ofMillis(50))) {
            JsonNode transition = MAPPER.readTree(record.value());
            if (transition.get("cause").asText().equals("DEADLINE_PASSED")) {
                passed.put(transition.get("case_id").asText(), Instant.now());
            }
        }
        return passed;
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String kafka) {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        TopicPartition partition = new TopicPartition("takedown.case-transitions.v1", 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        return consumer;
    }

    private static String policy() {
        return """
                {"schema_version":1,"policy_id":"test","version":1,\
                "effective_from":"2020-01-01T00:00:00.000Z","legal_basis":"none: a test",\
                "priority":1000,\
                "match":{},"clock":{"start":"ISSUED","duration":"%s"},"ack_within":"PT1H",\
                "warn_at":[0.5],"second_notice_after":"PT1H","strikes":[]}"""
                .formatted(TIME_LIMIT);
    }

    private static String issued(String provider, Instant at) {
        return """
                {"schema_version":1,"event_type":"ISSUED","event_id":"issued-%1$s",\
                "occurred_at":"%2$s","request_id":"request-%1$s","item_id":"1",\
                "provider_id":"%1$s","target_key":"%3$s","action":"REMOVE","category":"OTHER",\
                "urgency":"STANDARD","authority_id":"test","source":"AUTHORITY"}"""
                .formatted(provider, INSTANT.format(at), "a".repeat(64));
    }

    private static String seenUp(String provider, Instant at) {
        return """
                {"schema_version":1,"event_id":"seen-%1$s","occurred_at":"%2$s",\
                "provider_id":"%1$s","target_key":"%3$s","status":"UP",\
                "vantage":{"id":"v1","country":"VN","asn":64500}}"""
                .formatted(provider, INSTANT.format(at), "a".repeat(64));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
