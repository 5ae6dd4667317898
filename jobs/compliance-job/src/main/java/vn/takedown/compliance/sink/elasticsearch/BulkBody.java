package vn.takedown.compliance.sink.elasticsearch;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The NDJSON of a bulk request; the documents' own bytes are copied, not parsed. */
public final class BulkBody {

    private static final byte[] INDEX = utf8("{\"index\":{\"_index\":\"");
    private static final byte[] ID = utf8("\",\"_id\":\"");
    private static final byte[] VERSION = utf8("\",\"version_type\":\"external_gte\",\"version\":");
    private static final byte[] END = utf8("}}\n");
    private static final int ACTION_BYTES = 128;

    private BulkBody() {}

    /** The body of one request. */
    public static byte[] of(List<BulkEntry> entries) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(expectedSize(entries));
        JsonStringEncoder encoder = JsonStringEncoder.getInstance();
        for (BulkEntry entry : entries) {
            body.writeBytes(INDEX);
            body.writeBytes(encoder.quoteAsUTF8(entry.index()));
            body.writeBytes(ID);
            body.writeBytes(encoder.quoteAsUTF8(entry.id()));
            body.writeBytes(VERSION);
            body.writeBytes(utf8(Long.toString(entry.version())));
            body.writeBytes(END);
            body.writeBytes(entry.source());
            body.write('\n');
        }
        return body.toByteArray();
    }

    private static int expectedSize(List<BulkEntry> entries) {
        long size = 0;
        for (BulkEntry entry : entries) {
            size += entry.serializedSize() + ACTION_BYTES;
        }
        return Math.toIntExact(size);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
