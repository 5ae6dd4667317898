package vn.takedown.benchmarks.micro;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import vn.takedown.compliance.sink.elasticsearch.BulkBody;
import vn.takedown.compliance.sink.elasticsearch.BulkEntry;
import vn.takedown.compliance.sink.elasticsearch.DocumentAlias;

/** One document's share of the body of a bulk request. */
public class BulkBenchmark extends MicroBenchmark {

    private static final int DOCUMENTS = 1_000;
    private static final int DOCUMENT_BYTES = 900;

    private final List<BulkEntry> entries = new ArrayList<>();

    @Setup
    public void prepare() {
        byte[] source = new byte[DOCUMENT_BYTES];
        Arrays.fill(source, (byte) 'x');
        for (int i = 0; i < DOCUMENTS; i++) {
            entries.add(
                    new BulkEntry(DocumentAlias.CASES.alias(), "request-" + i + "/1", i, source));
        }
    }

    @Benchmark
    @OperationsPerInvocation(DOCUMENTS)
    public byte[] bulkBody() {
        return BulkBody.of(entries);
    }
}
