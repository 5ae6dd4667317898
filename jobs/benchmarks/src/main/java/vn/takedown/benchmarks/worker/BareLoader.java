package vn.takedown.benchmarks.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.http.HttpHost;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseListener;
import org.elasticsearch.client.RestClient;
import vn.takedown.compliance.sink.elasticsearch.BulkBody;
import vn.takedown.compliance.sink.elasticsearch.BulkEntry;

/** Bulk requests as the sink makes them, as fast as the server answers; any failure ends it. */
final class BareLoader implements AutoCloseable {

    private static final ContentType NDJSON = ContentType.create("application/x-ndjson");
    private static final String ACCEPTED = "\"errors\":false";

    private final RestClient client;
    private final int batch;
    private final int inFlight;
    private final Semaphore free;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /**
     * @param batch documents in a request
     * @param inFlight requests under way at the same time
     */
    BareLoader(String address, int batch, int inFlight) {
        this.client = RestClient.builder(HttpHost.create(address)).build();
        this.batch = batch;
        this.inFlight = inFlight;
        this.free = new Semaphore(inFlight);
    }

    /** Returns when all have been answered. */
    void load(long documents) throws Exception {
        Meter.begin();
        for (long first = 0; first < documents; first += batch) {
            List<BulkEntry> entries = new ArrayList<>(batch);
            for (long next = first; next < Math.min(documents, first + batch); next++) {
                entries.add(SmallDocuments.of(next));
            }
            Meter.read(entries.size());
            send(BulkBody.of(entries));
        }
        free.acquire(inFlight);
        free.release(inFlight);
        requireNone();
    }

    private void send(byte[] body) throws Exception {
        free.acquire();
        requireNone();
        Request request = new Request("POST", "/_bulk");
        request.addParameter("require_alias", "true");
        request.addParameter("filter_path", "errors,items.*.status,items.*.error.type");
        request.setEntity(new ByteArrayEntity(body, NDJSON));
        client.performRequestAsync(request, new Reply());
    }

    private void requireNone() throws Exception {
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private final class Reply implements ResponseListener {
        @Override
        public void onSuccess(Response response) {
            try {
                String begin =
                        new String(
                                response.getEntity().getContent().readNBytes(64),
                                StandardCharsets.UTF_8);
                if (!begin.contains(ACCEPTED)) {
                    throw new IOException("A document was refused: " + begin);
                }
            } catch (IOException refused) {
                failure.compareAndSet(null, refused);
            } finally {
                free.release();
            }
        }

        @Override
        public void onFailure(Exception refused) {
            failure.compareAndSet(null, refused);
            free.release();
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
