package vn.takedown.compliance.sink.elasticsearch;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * One document on its way into Elasticsearch. Entries are equal when all four parts are.
 *
 * @param index the alias it is written through
 * @param id the document's {@code _id}, at most 512 bytes in UTF-8
 * @param version external version, not negative; a document never replaces one of a higher version,
 *     and of two with an equal version the one written last stays
 * @param source the document as UTF-8 JSON on one line; not copied, so the caller leaves it alone
 */
public record BulkEntry(String index, String id, long version, byte[] source)
        implements Serializable {

    private static final int FIXED_BYTES = Integer.BYTES * 3 + Long.BYTES;

    /**
     * @throws NullPointerException when a part is null
     */
    public BulkEntry {
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
    }

    /** Bytes that {@link BulkEntryStateSerializer} writes for this entry, exactly. */
    long serializedSize() {
        return (long) FIXED_BYTES
                + index.getBytes(StandardCharsets.UTF_8).length
                + id.getBytes(StandardCharsets.UTF_8).length
                + source.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BulkEntry that
                && version == that.version
                && index.equals(that.index)
                && id.equals(that.id)
                && Arrays.equals(source, that.source);
    }

    @Override
    public int hashCode() {
        return Objects.hash(index, id, version, Arrays.hashCode(source));
    }

    /** Without the document, so that no content reaches a log. */
    @Override
    public String toString() {
        return index + "/" + id + " version " + version + ", " + source.length + " bytes";
    }
}
