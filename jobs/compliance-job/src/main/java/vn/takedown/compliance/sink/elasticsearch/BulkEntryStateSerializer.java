package vn.takedown.compliance.sink.elasticsearch;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;

/**
 * The entries in a checkpoint. Version 1, per entry: index, id (each an int of its length in bytes,
 * then UTF-8), version (long), source (int length, then bytes); all big-endian.
 */
final class BulkEntryStateSerializer extends AsyncSinkWriterStateSerializer<BulkEntry> {

    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public BufferedRequestState<BulkEntry> deserialize(int version, byte[] serialized)
            throws IOException {
        if (version != VERSION) {
            throw new IOException(
                    "state of the Elasticsearch sink has version " + version + ", known is 1");
        }
        return super.deserialize(version, serialized);
    }

    @Override
    protected void serializeRequestToStream(BulkEntry entry, DataOutputStream out)
            throws IOException {
        writeBytes(out, entry.index().getBytes(StandardCharsets.UTF_8));
        writeBytes(out, entry.id().getBytes(StandardCharsets.UTF_8));
        out.writeLong(entry.version());
        writeBytes(out, entry.source());
    }

    @Override
    protected BulkEntry deserializeRequestFromStream(long size, DataInputStream in)
            throws IOException {
        String index = new String(readBytes(in, size), StandardCharsets.UTF_8);
        String id = new String(readBytes(in, size), StandardCharsets.UTF_8);
        long version = in.readLong();
        BulkEntry entry = new BulkEntry(index, id, version, readBytes(in, size));
        if (entry.serializedSize() != size) {
            throw corrupted();
        }
        return entry;
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in, long atMost) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > atMost) {
            throw corrupted();
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    private static IOException corrupted() {
        return new IOException("state of the Elasticsearch sink is corrupted");
    }
}
