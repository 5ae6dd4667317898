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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import vn.takedown.stack.job.JobRun;
import vn.takedown.stack.job.JobSettings;
import vn.takedown.stack.job.StateBackend;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.server.StateFolder;
import vn.takedown.stack.terminal.Console;
import vn.takedown.stack.topic.Heartbeats;
import vn.takedown.stack.topic.InputTopic;
import vn.takedown.stack.topic.TopicSetup;
import vn.takedown.stack.topic.TopicWriter;

/** The live job on the real servers while next to nothing happens. */
class QuietStreamIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Duration TIME_LIMIT = Duration.ofSeconds(5);
    private static final Duration WATERMARK_BOUND = Heartbeats.LAG;

    @TempDir private static Path stateFolder;

    private static LocalStack stack;

    @BeforeAll
    static void startServers() {
        Installation installation = Installation.find();
        stack =
                LocalStack.start(
                        installation,
                        StateFolder.resolve(stateFolder, installation).newRun("test"),
                        2,
                        Console.standardOutput());
        new TopicSetup(stack.addresses().kafka()).create(4);
    }

    @AfterAll
    static void stopServers() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void aDeadlineFiresWithinTwoSecondsOfTheBoundWhileAllTopicsAreSilent() {
        JobRun job =
                JobRun.submit(
                        stack,
                        new JobSettings(
                                false,
                                2,
                                StateBackend.ROCKSDB,
                                Duration.ofHours(1),
                                Duration.ofSeconds(10)),
                        Console.standardOutput());
        String kafka = stack.addresses().kafka();
        try (TopicWriter writer = new TopicWriter(kafka);
                Heartbeats heartbeats =
                        Heartbeats.start(kafka, Heartbeats.INTERVAL, Heartbeats.LAG);
                KafkaConsumer<byte[], byte[]> transitions = consumer(kafka)) {
            writer.send(InputTopic.POLICIES, bytes(policy()));
            writer.flush();
            // Until the policy is read and heartbeats move time, the first deadline would be late.
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> job.poll().watermark().isPresent());
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
        job.cancel();
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
