package vn.takedown.compliance.ingest;

import java.io.IOException;

/** How the value of a field is read and which rules it has to follow. */
@FunctionalInterface
interface ValueType<V> {

    /**
     * Reads the value at the cursor's token, which is not {@code null}, and leaves the cursor at
     * the last token of that value.
     *
     * @return null after {@link Field#reject}
     */
    V read(JsonCursor in, Field<V> field) throws IOException, RecordRejectedException;
}
