package vn.takedown.compliance.sink.elasticsearch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The dead letter of a document that Elasticsearch refuses (contract section 4): {@code topic} is
 * the alias it was for, {@code partition} −1, {@code offset} its version, {@code record_key} its
 * {@code _id}. Its own {@code _id} ends in a hash of that {@code _id}, because versions repeat
 * across documents.
 */
final class SinkDeadLetter {

    /** The reason that tells these from records rejected at the door. */
    static final String REASON = "SINK_REJECTED";

    private static final int PARTITION = -1;
    private static final int MAX_KEY_BYTES = 512;
    private static final int ID_HASH_BYTES = 16;
    private static final int SMALL_FIELDS_BYTES = 3072;
    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private SinkDeadLetter() {}

    /** Whether the document is itself a dead letter, from here or from elsewhere. */
    static boolean isOne(BulkEntry entry) {
        return entry.index().equals(DocumentAlias.DEAD_LETTERS.alias());
    }

    /**
     * The dead letter of a document.
     *
     * @param errorType why it is refused, without any value
     * @param maxBytes the original bytes are left out (null) when the dead letter would be larger
     */
    static BulkEntry of(BulkEntry refused, String errorType, Instant firstSeen, long maxBytes) {
        byte[] idBytes = refused.id().getBytes(StandardCharsets.UTF_8);
        String id =
                String.join(
                        "|",
                        refused.index(),
                        Integer.toString(PARTITION),
                        Long.toString(refused.version()),
                        hash(idBytes));
        long base64 = (refused.source().length + 2L) / 3 * 4;
        byte[] original = base64 + SMALL_FIELDS_BYTES <= maxBytes ? refused.source() : null;
        return new BulkEntry(
                DocumentAlias.DEAD_LETTERS.alias(),
                id,
                Math.max(0, refused.version()),
                document(refused, idBytes, errorType, firstSeen, original));
    }

    private static byte[] document(
            BulkEntry refused,
            byte[] idBytes,
            String errorType,
            Instant firstSeen,
            byte[] original) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(SMALL_FIELDS_BYTES);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("topic", refused.index());
            json.writeNumberField("partition", PARTITION);
            json.writeNumberField("offset", refused.version());
            json.writeStringField("reason", REASON);
            json.writeStringField("detail", errorType);
            json.writeBinaryField("record_key", shortened(idBytes));
            if (original == null) {
                json.writeNullField("original_bytes");
            } else {
                json.writeBinaryField("original_bytes", original);
            }
            json.writeStringField("first_seen", INSTANT.format(firstSeen));
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] shortened(byte[] id) {
        return id.length <= MAX_KEY_BYTES ? id : Arrays.copyOf(id, MAX_KEY_BYTES);
    }

    private static String hash(byte[] id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id);
            return HexFormat.of().formatHex(digest, 0, ID_HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
