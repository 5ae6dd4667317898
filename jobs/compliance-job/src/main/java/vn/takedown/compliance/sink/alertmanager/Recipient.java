package vn.takedown.compliance.sink.alertmanager;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One Alertmanager. All of it runs in the task's thread but the waiting for answers. */
final class Recipient {

    private static final Logger LOG = LoggerFactory.getLogger(Recipient.class);

    private static final int BATCH = 200;
    private static final int CAPACITY = 20_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final long LINGER = 50;
    private static final long FIRST_WAIT = 1_000;
    private static final long LONGEST_WAIT = 30_000;

    private final URI endpoint;
    private final HttpClient client;
    private final MailboxExecutor mailbox;
    private final ProcessingTimeService time;
    private final PostCounters counters;
    private final Outbox outbox = new Outbox(CAPACITY);

    /** Whether a request is under way or a timer is set for the next one. */
    private boolean busy;

    private long wait = FIRST_WAIT;
    private boolean closed;

    Recipient(
            URI url,
            HttpClient client,
            MailboxExecutor mailbox,
            ProcessingTimeService time,
            PostCounters counters) {
        String base = url.toString();
        this.endpoint = URI.create((base.endsWith("/") ? base : base + "/") + "api/v2/alerts");
        this.client = client;
        this.mailbox = mailbox;
        this.time = time;
        this.counters = counters;
    }

    void accept(AlertPost post) {
        counters.countDisplaced(outbox.add(post));
        if (!busy) {
            sendAfter(LINGER);
        }
    }

    private void sendAfter(long milliseconds) {
        busy = true;
        time.registerTimer(time.getCurrentProcessingTime() + milliseconds, now -> send());
    }

    private void send() {
        List<AlertPost> posts = outbox.take(BATCH);
        HttpRequest request =
                HttpRequest.newBuilder(endpoint)
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(Outbox.body(posts)))
                        .build();
        client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .whenComplete(
                        (response, failure) ->
                                answered(
                                        posts,
                                        failure == null ? (Integer) response.statusCode() : null));
    }

    private void answered(List<AlertPost> posts, Integer status) {
        if (!closed) {
            mailbox.execute(() -> settle(posts, status), "answer of Alertmanager");
        }
    }

    private void settle(List<AlertPost> posts, Integer status) {
        busy = false;
        Answer answer = Answer.of(status);
        counters.count(answer, posts.size());
        if (answer != Answer.ACCEPTED) {
            LOG.warn(
                    "Alertmanager does not take {} alerts: {}{}",
                    posts.size(),
                    answer,
                    status == null ? "" : " (" + status + ")");
        }
        if (answer.retried()) {
            counters.countDisplaced(outbox.putBack(posts));
            sendAfter(wait);
            wait = Math.min(LONGEST_WAIT, 2 * wait);
            return;
        }
        wait = FIRST_WAIT;
        if (!outbox.isEmpty()) {
            sendAfter(0);
        }
    }

    void close() {
        closed = true;
    }
}
