package vn.takedown.compliance.sink.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.sink.alertmanager.Posts.post;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.takedown.compliance.sink.elasticsearch.RecordingMetricGroup;

/** What is sent when, what is sent again, and what is counted. */
class RecipientTest {

    private final RecordingMetricGroup metrics = new RecordingMetricGroup();
    private final TaskThread thread = new TaskThread();

    private ScriptedAlertmanager server;
    private Recipient recipient;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedAlertmanager();
        recipient = recipient("");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Recipient recipient(String path) {
        return new Recipient(
                server.address(path),
                HttpClient.newHttpClient(),
                thread,
                thread,
                new PostCounters(metrics));
    }

    @Test
    void whatComesTogetherGoesInOneRequest() throws Exception {
        recipient.accept(post("a", 1));
        recipient.accept(post("b", 2));

        assertThat(thread.ring()).isEqualTo(50);
        thread.workOff();

        assertThat(server.requests()).containsExactly("/api/v2/alerts [1,2]");
        assertThat(metrics.nonZero()).isEqualTo(Map.of("alertmanager.accepted", 2L));
        assertThat(thread.waits()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/prefix", "/prefix/"})
    void theAddressMayHaveAPath(String path) throws Exception {
        recipient = recipient(path);
        recipient.accept(post("a", 1));
        thread.ring();
        thread.workOff();

        assertThat(server.requests()).containsExactly("/prefix/api/v2/alerts [1]");
    }

    @Test
    void ofEachAlertTheNewestIsSent() throws Exception {
        recipient.accept(post("a", 1));
        recipient.accept(post("a", 2));
        thread.ring();
        thread.workOff();

        assertThat(server.requests()).containsExactly("/api/v2/alerts [2]");
    }

    @Test
    void whatComesWhileARequestIsUnderWayGoesRightAfterIt() throws Exception {
        recipient.accept(post("a", 1));
        thread.ring();
        recipient.accept(post("b", 2));
        assertThat(thread.waits()).isFalse();

        thread.workOff();
        assertThat(thread.ring()).isZero();
        thread.workOff();

        assertThat(server.requests()).containsExactly("/api/v2/alerts [1]", "/api/v2/alerts [2]");
    }

    @Test
    void moreThanTwoHundredGoInSeveralRequests() throws Exception {
        for (int i = 0; i < 450; i++) {
            recipient.accept(post("a-" + i, i));
        }
        List<Long> waits = new ArrayList<>();
        while (thread.waits()) {
            waits.add(thread.ring());
            thread.workOff();
        }

        assertThat(waits).containsExactly(50L, 0L, 0L);
        assertThat(server.requests())
                .extracting(request -> request.split(",").length)
                .containsExactly(200, 200, 50);
        assertThat(metrics.nonZero()).isEqualTo(Map.of("alertmanager.accepted", 450L));
    }

    @Test
    void whileItIsUnavailableItIsTriedAgainAfterOneToThirtySecondsDoubling() throws Exception {
        server.answers(500, 502, 503, 504, 408, 429, ScriptedAlertmanager.SILENCE);
        recipient.accept(post("a", 1));
        List<Long> waits = new ArrayList<>();
        while (thread.waits()) {
            waits.add(thread.ring());
            thread.workOff();
        }

        assertThat(waits)
                .containsExactly(50L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L);
        assertThat(metrics.nonZero())
                .isEqualTo(Map.of("alertmanager.unavailable", 7L, "alertmanager.accepted", 1L));
    }

    @Test
    void onceItHasAnsweredTheNextTroubleBeginsWithTheShortestWait() throws Exception {
        server.answers(503, 503, 200, 503);
        recipient.accept(post("a", 1));
        thread.ring();
        thread.workOff();
        thread.ring();
        thread.workOff();
        thread.ring();
        thread.workOff();
        recipient.accept(post("b", 2));
        thread.ring();
        thread.workOff();

        assertThat(thread.ring()).isEqualTo(1_000);
    }

    @Test
    void whenNobodyListensItIsTriedAgain() throws Exception {
        server.close();
        recipient.accept(post("a", 1));
        thread.ring();
        thread.workOff();

        assertThat(thread.waits()).isTrue();
        assertThat(metrics.nonZero()).isEqualTo(Map.of("alertmanager.unavailable", 1L));
    }

    @Test
    void whileItWaitsANewerPostTakesThePlaceOfTheOlderOne() throws Exception {
        server.answers(503);
        recipient.accept(post("a", 1));
        recipient.accept(post("b", 2));
        thread.ring();
        thread.workOff();
        recipient.accept(post("a", 3));
        assertThat(thread.ring()).isEqualTo(1_000);
        thread.workOff();

        assertThat(server.requests())
                .containsExactly("/api/v2/alerts [1,2]", "/api/v2/alerts [2,3]");
    }

    @Test
    void whatIsInvalidIsNotSentAgain() throws Exception {
        server.answers(400);
        recipient.accept(post("a", 1));
        thread.ring();
        thread.workOff();

        assertThat(thread.waits()).isFalse();
        assertThat(metrics.nonZero()).isEqualTo(Map.of("alertmanager.invalid", 1L));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 403, 404, 413})
    void whatIsRefusedIsTriedAgainAndCountedAsSuch(int status) throws Exception {
        server.answers(status);
        recipient.accept(post("a", 1));
        thread.ring();
        thread.workOff();

        assertThat(metrics.nonZero()).isEqualTo(Map.of("alertmanager.refused", 1L));
        assertThat(thread.ring()).isEqualTo(1_000);
        thread.workOff();
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void whenTwentyThousandWaitTheOldestGoesAndIsCounted() {
        for (int i = 0; i < 20_003; i++) {
            recipient.accept(post("a-" + i, i));
        }

        assertThat(metrics.nonZero()).isEqualTo(Map.of("alertmanager.displaced", 3L));
    }

    @Test
    void anAnswerThatComesAfterTheEndIsLeftAlone() throws Exception {
        recipient.accept(post("a", 1));
        thread.ring();
        recipient.close();
        Awaitility.await().until(() -> server.requests().size() == 1);
        Awaitility.await().during(Duration.ofMillis(200)).until(() -> !thread.hasMail());

        assertThat(metrics.nonZero()).isEmpty();
        assertThat(thread.waits()).isFalse();
    }
}
