package vn.takedown.compliance.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.sink.elasticsearch.Entries.entry;

import java.util.List;
import org.apache.flink.connector.base.sink.writer.Batch;
import org.apache.flink.connector.base.sink.writer.strategy.RequestInfo;
import org.junit.jupiter.api.Test;

class ShrinkingBatchCreatorTest {

    private final NewestVersionBuffer buffer = new NewestVersionBuffer(() -> {});

    @Test
    void aBatchEndsAtItsNumber() {
        fill(3, "{}");

        assertThat(next(new ShrinkingBatchCreator(1 << 20), 2).getRecordCount()).isEqualTo(2);
    }

    @Test
    void aBatchEndsBeforeItsBytesAreOver() {
        fill(3, "{}");
        long each = buffer.peek().getSize();

        Batch<BulkEntry> batch = next(new ShrinkingBatchCreator(2 * each), 10);

        assertThat(batch.getRecordCount()).isEqualTo(2);
        assertThat(batch.getSizeInBytes()).isEqualTo(2 * each);
    }

    @Test
    void anEntryOverTheLimitTravelsAlone() {
        fill(2, "{\"long\":\"" + "x".repeat(500) + "\"}");

        assertThat(next(new ShrinkingBatchCreator(100), 10).getRecordCount()).isEqualTo(1);
        assertThat(buffer.size()).isEqualTo(1);
    }

    @Test
    void theLimitShrinksToHalfOfWhatWasRefusedAndNeverGrows() {
        ShrinkingBatchCreator batches = new ShrinkingBatchCreator(1000);
        BulkEntry entry = entry("a", 1);

        batches.refusedAt(List.of(entry, entry));
        assertThat(batches.maxBytes()).isEqualTo(entry.serializedSize());
        batches.refusedAt(List.of(entry, entry, entry, entry));
        assertThat(batches.maxBytes()).isEqualTo(entry.serializedSize());
    }

    private void fill(int entries, String source) {
        for (int i = 0; i < entries; i++) {
            buffer.add(Entries.wrapped(entry("index", "id-" + i, 1, source)), false);
        }
    }

    private Batch<BulkEntry> next(ShrinkingBatchCreator batches, int limit) {
        RequestInfo request = () -> limit;
        return batches.createNextBatch(request, buffer);
    }
}
