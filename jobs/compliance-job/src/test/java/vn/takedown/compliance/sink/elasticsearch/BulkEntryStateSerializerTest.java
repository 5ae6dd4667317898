package vn.takedown.compliance.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.takedown.compliance.sink.elasticsearch.Entries.entry;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.junit.jupiter.api.Test;

class BulkEntryStateSerializerTest {

    private static final List<BulkEntry> ENTRIES =
            List.of(
                    entry("takedown-cases", "req-1/item-1", 1L << 40, "{\"case_id\":\"trẻ em\"}"),
                    entry("takedown-alerts", "SLA_BREACH|p1|req-1/item-1", 7, "{}"),
                    entry("", "", 0, ""));

    private final BulkEntryStateSerializer serializer = new BulkEntryStateSerializer();

    @Test
    void versionOneIsWrittenAndReadAsItAlwaysWas() throws IOException {
        byte[] golden = golden();

        assertThat(serializer.getVersion()).isEqualTo(1);
        assertThat(HexFormat.of().formatHex(serializer.serialize(state(ENTRIES))))
                .isEqualTo(HexFormat.of().formatHex(golden));
        assertThat(entries(serializer.deserialize(1, golden))).isEqualTo(ENTRIES);
    }

    @Property(tries = 200)
    void everyStateReadsBackAndEverySizeIsExact(
            @ForAll @Size(max = 6) List<String> ids, @ForAll long version, @ForAll byte[] source)
            throws IOException {
        List<BulkEntry> entries =
                ids.stream()
                        .map(BulkEntryStateSerializerTest::withoutLoneSurrogates)
                        .map(id -> new BulkEntry("i" + id, id, version, source))
                        .toList();

        assertThat(entries(serializer.deserialize(1, serializer.serialize(state(entries)))))
                .isEqualTo(entries);
        for (BulkEntry entry : entries) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            serializer.serializeRequestToStream(entry, new DataOutputStream(bytes));
            assertThat(entry.serializedSize()).isEqualTo(bytes.size());
        }
    }

    @Test
    void anotherVersionIsRefused() throws IOException {
        byte[] golden = golden();

        assertThatThrownBy(() -> serializer.deserialize(2, golden))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 2");
    }

    @Test
    void damagedStateIsAnErrorAndNeverOtherDocuments() throws IOException {
        byte[] golden = golden();
        byte[] wrongLength = golden.clone();
        // The length of the first index, after marker (8), count (4) and size (8).
        wrongLength[23]++;

        assertThatThrownBy(() -> serializer.deserialize(1, wrongLength))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> serializer.deserialize(1, Arrays.copyOf(golden, 60)))
                .isInstanceOf(IOException.class);
    }

    private static byte[] golden() throws IOException {
        try (InputStream resource =
                BulkEntryStateSerializerTest.class.getResourceAsStream(
                        "/state/elasticsearch-sink-v1.hex")) {
            return HexFormat.of().parseHex(new String(resource.readAllBytes()).strip());
        }
    }

    private static String withoutLoneSurrogates(String text) {
        return text.codePoints()
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static BufferedRequestState<BulkEntry> state(List<BulkEntry> entries) {
        return new BufferedRequestState<>(entries.stream().map(Entries::wrapped).toList());
    }

    private static List<BulkEntry> entries(BufferedRequestState<BulkEntry> state) {
        return state.getBufferedRequestEntries().stream()
                .map(RequestEntryWrapper::getRequestEntry)
                .toList();
    }
}
