package vn.takedown.stack.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import vn.takedown.stack.Pause;
import vn.takedown.stack.job.JobRun;
import vn.takedown.stack.job.JobSettings;
import vn.takedown.stack.job.StateBackend;
import vn.takedown.stack.server.AlertmanagerOptions;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.server.StateFolder;
import vn.takedown.stack.terminal.Console;
import vn.takedown.stack.topic.InputTopic;
import vn.takedown.stack.topic.TopicSetup;
import vn.takedown.stack.topic.TopicWriter;

/** From the events to the call that wakes somebody, through the real servers. */
@EnabledIfSystemProperty(
        named = "takedown.acceptance",
        matches = "full",
        disabledReason =
                "AlertAcceptanceIT tells the same and more; -Dtakedown.acceptance=full runs it")
class AlertmanagerIT {

    /** After a crash time stands until the silent reference topics are known to be idle. */
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private static final String KEY = "0123456789abcdef".repeat(4);

    @TempDir private Path stateFolder;

    private final WebhookReceiver receiver = new WebhookReceiver();
    private final Instant start =
            Instant.now().minus(40, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);

    private LocalStack stack;
    private TopicWriter writer;
    private JobRun job;
    private int events;

    @BeforeEach
    void startServers() {
        Installation installation = Installation.find();
        Console console = Console.standardOutput();
        stack =
                LocalStack.start(
                        installation,
                        StateFolder.resolve(stateFolder, installation).newRun("test"),
                        1,
                        console);
        AlertmanagerOptions shipped =
                AlertmanagerOptions.of(Duration.ofHours(2), receiver.address());
        stack.startAlertmanager(
                new AlertmanagerOptions(
                        shipped.window(),
                        configuration ->
                                shipped.configuration()
                                        .apply(configuration)
                                        .replaceAll("group_wait: .*", "group_wait: 0s")
                                        .replaceAll("group_interval: .*", "group_interval: 1s")),
                console);
        new TopicSetup(stack.addresses().kafka()).create(1);
        writer = new TopicWriter(stack.addresses().kafka());
        send(
                InputTopic.POLICIES,
                """
                {"policy_id":"quick","version":1,"effective_from":"2020-01-01T00:00:00.000Z",
                 "legal_basis":"test","clock":{"start":"ISSUED","duration":"PT5M"},
                 "confirm":{"consecutive":1,"vantages":1,"hold":"PT0S"}}
                """);
        for (int number = 1; number <= 3; number++) {
            send(
                    InputTopic.PROVIDERS,
                    """
                    {"provider_id":"p-%d","name":"Provider","type":"%s",
                     "jurisdiction":"DOMESTIC","country":"VN","asns":[]}
                    """
                            .formatted(number, number == 3 ? "ISP" : "HOSTING"));
        }
        writer.flush();
        job =
                JobRun.submit(
                        stack,
                        new JobSettings(
                                false,
                                1,
                                StateBackend.HASHMAP,
                                Duration.ofHours(1),
                                Duration.ofSeconds(1)),
                        console);
    }

    @AfterEach
    void stopServers() {
        writer.close();
        stack.close();
        receiver.close();
    }

    @Test
    void eachBreachIsToldOnceAndThatItIsOverThroughCrashesOfFlinkAndAlertmanager() {
        issue("p-1", 0);
        observe("p-1", 10, "UP");
        passTo(11);
        awaitTold("on-call firing SLA_BREACH|p-1|request/p-1");

        ProcessHandle.of(stack.flinkPid()).orElseThrow().destroyForcibly();
        observe("p-1", 12, "DOWN_HARD");
        issue("p-2", 12);
        observe("p-2", 18, "UP");
        passTo(19);
        awaitTold("on-call resolved SLA_BREACH|p-1|request/p-1");
        awaitTold("on-call firing SLA_BREACH|p-2|request/p-2");

        stack.restartAlertmanager(Console.standardOutput());
        observe("p-2", 20, "DOWN_HARD");
        issue("p-3", 20);
        observe("p-3", 26, "UP");
        passTo(27);
        awaitTold("on-call resolved SLA_BREACH|p-2|request/p-2");
        awaitTold("on-call-isp firing SLA_BREACH|p-3|request/p-3");

        assertThat(receiver.told()).doesNotHaveDuplicates().hasSize(5);
        assertThat(receiver.bodies())
                .allMatch(body -> body.contains("RUNBOOK.md#sla_breach"))
                .noneMatch(body -> body.contains(KEY.substring(0, 32)));
    }

    private void issue(String provider, int minute) {
        send(
                InputTopic.REQUESTS,
                """
                {"schema_version":1,"event_id":"e-%d","occurred_at":"%s","event_type":"ISSUED",
                 "request_id":"request","item_id":"%s","provider_id":"%s","target_key":"%s",
                 "action":"REMOVE","category":"CSAM","urgency":"URGENT","authority_id":"a-1",
                 "source":"AUTHORITY"}
                """
                        .formatted(++events, at(minute), provider, provider, KEY));
    }

    private void observe(String provider, int minute, String status) {
        send(
                InputTopic.OBSERVATIONS,
                """
                {"schema_version":1,"event_id":"e-%d","occurred_at":"%s","provider_id":"%s",
                 "target_key":"%s","status":"%s",
                 "vantage":{"id":"v-1","country":"VN","asn":64500}}
                """
                        .formatted(++events, at(minute), provider, KEY, status));
    }

    private String at(int minute) {
        return start.plus(minute, ChronoUnit.MINUTES).toString().replace("Z", ".000Z");
    }

    private void send(InputTopic topic, String json) {
        writer.send(topic, json.replace("\n", "").getBytes(StandardCharsets.UTF_8));
    }

    private void passTo(int minute) {
        writer.close(start.plus(minute, ChronoUnit.MINUTES).toEpochMilli(), 1);
        writer.flush();
    }

    private void awaitTold(String alert) {
        long begin = System.nanoTime();
        while (!receiver.told().contains(alert)) {
            job.poll();
            if (System.nanoTime() - begin > LIMIT.toNanos()) {
                fail("%s was not told, only %s", alert, receiver.told());
            }
            Pause.of(Duration.ofMillis(100));
        }
        assertThat(Collections.frequency(receiver.told(), alert)).isOne();
    }
}
