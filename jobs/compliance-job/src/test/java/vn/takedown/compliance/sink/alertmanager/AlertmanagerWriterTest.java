package vn.takedown.compliance.sink.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.sink.alertmanager.Posts.post;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.takedown.compliance.sink.elasticsearch.RecordingMetricGroup;

class AlertmanagerWriterTest {

    private final RecordingMetricGroup metrics = new RecordingMetricGroup();

    private ScriptedAlertmanager server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedAlertmanager();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyMemberOfTheClusterIsToldEverything() throws Exception {
        try (ScriptedAlertmanager other = new ScriptedAlertmanager()) {
            TaskThread thread = new TaskThread();
            try (AlertmanagerWriter writer =
                    writer(thread, server.address(""), other.address(""))) {
                writer.write(post("a", 1), null);
                thread.ring();
                thread.ring();
                thread.workOff();
                thread.workOff();
            }
            assertThat(server.requests()).isEqualTo(other.requests()).hasSize(1);
        }
    }

    @Test
    void aCheckpointDoesNotWaitForAlertmanager() throws Exception {
        TaskThread thread = new TaskThread();
        try (AlertmanagerWriter writer = writer(thread, server.address(""))) {
            writer.write(post("a", 1), null);
            writer.flush(false);
            writer.flush(true);

            assertThat(server.requests()).isEmpty();
            assertThat(thread.waits()).isTrue();
        }
    }

    @Test
    void nothingIsCountedBeforeItIsAnswered() throws Exception {
        TaskThread thread = new TaskThread();
        try (AlertmanagerWriter writer = writer(thread, server.address(""))) {
            writer.write(post("a", 1), null);
            thread.ring();
            assertThat(metrics.nonZero()).isEmpty();

            thread.workOff();
            assertThat(metrics.nonZero()).isEqualTo(Map.of("alertmanager.accepted", 1L));
        }
    }

    private AlertmanagerWriter writer(TaskThread thread, URI... urls) {
        return new AlertmanagerWriter(List.of(urls), thread, thread, metrics);
    }
}
