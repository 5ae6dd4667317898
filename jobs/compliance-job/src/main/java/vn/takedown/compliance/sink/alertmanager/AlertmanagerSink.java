package vn.takedown.compliance.sink.alertmanager;

import java.net.URI;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Sends posts to every Alertmanager of a cluster. It never holds up the stream and keeps nothing
 * over a restart: what gets lost is sent again by {@link KeepAlertmanagerInStep}, which is what
 * Alertmanager asks of its clients anyway. While one cannot be reached, posts wait, the newest of
 * each alert, and are tried again after 1 to 30 s.
 */
public final class AlertmanagerSink implements Sink<AlertPost> {

    private static final long serialVersionUID = 1L;

    private final List<URI> urls;

    /**
     * @param urls base addresses
     */
    public AlertmanagerSink(List<URI> urls) {
        this.urls = List.copyOf(urls);
    }

    @Override
    public SinkWriter<AlertPost> createWriter(WriterInitContext context) {
        return new AlertmanagerWriter(
                urls,
                context.getMailboxExecutor(),
                context.getProcessingTimeService(),
                context.metricGroup());
    }
}
