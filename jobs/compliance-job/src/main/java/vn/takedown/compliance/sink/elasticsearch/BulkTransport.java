package vn.takedown.compliance.sink.elasticsearch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.apache.http.HttpEntity;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.ResponseListener;
import org.elasticsearch.client.RestClient;

/** Sends bulk requests and reads the replies; knows nothing of what follows from them. */
final class BulkTransport implements Closeable {

    private static final ContentType NDJSON = ContentType.create("application/x-ndjson");

    private final RestClient client;
    private final BulkReplyParser parser = new BulkReplyParser();

    BulkTransport(RestClient client) {
        this.client = client;
    }

    /**
     * Sends without waiting.
     *
     * @param onReply called once, on a thread of the client
     */
    void send(List<BulkEntry> entries, Consumer<BulkReply> onReply) {
        Request request = new Request("POST", "/_bulk");
        // Otherwise a missing alias would be answered by making an index of that name.
        request.addParameter("require_alias", "true");
        request.addParameter("filter_path", BulkReplyParser.FILTER_PATH);
        request.setEntity(new ByteArrayEntity(BulkBody.of(entries), NDJSON));
        client.performRequestAsync(
                request,
                new ResponseListener() {
                    @Override
                    public void onSuccess(Response response) {
                        onReply.accept(read(response));
                    }

                    @Override
                    public void onFailure(Exception failure) {
                        onReply.accept(refusal(failure));
                    }
                });
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private BulkReply read(Response response) {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new BulkReply.Failed(new IOException("the reply is empty"));
        }
        try (InputStream body = entity.getContent()) {
            return parser.parse(body);
        } catch (IOException unreadable) {
            return new BulkReply.Failed(unreadable);
        }
    }

    private BulkReply refusal(Exception failure) {
        if (!(failure instanceof ResponseException answered)) {
            return new BulkReply.Failed(failure);
        }
        Response response = answered.getResponse();
        int status = response.getStatusLine().getStatusCode();
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new BulkReply.Refused(status, "");
        }
        try (InputStream body = entity.getContent()) {
            return new BulkReply.Refused(status, parser.errorType(body));
        } catch (IOException unreadable) {
            return new BulkReply.Refused(status, "");
        }
    }
}
