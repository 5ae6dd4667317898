package vn.takedown.compliance.sink.alertmanager;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.MetricGroup;

/** Gives each post to every recipient. */
final class AlertmanagerWriter implements SinkWriter<AlertPost> {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final List<Recipient> recipients = new ArrayList<>();

    AlertmanagerWriter(
            List<URI> urls,
            MailboxExecutor mailbox,
            ProcessingTimeService time,
            MetricGroup metrics) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
        PostCounters counters = new PostCounters(metrics);
        for (URI url : urls) {
            recipients.add(new Recipient(url, client, mailbox, time, counters));
        }
    }

    @Override
    public void write(AlertPost post, Context context) {
        recipients.forEach(recipient -> recipient.accept(post));
    }

    @Override
    public void flush(boolean endOfInput) {
        // A checkpoint does not wait for Alertmanager; after a restart all is sent again.
    }

    @Override
    public void close() {
        recipients.forEach(Recipient::close);
    }
}
