package vn.takedown.benchmarks.worker;

import java.nio.charset.StandardCharsets;
import vn.takedown.compliance.sink.elasticsearch.BulkEntry;
import vn.takedown.compliance.sink.elasticsearch.DocumentAlias;

/** Documents of about 200 bytes, of the kind that the job writes most of: transitions. */
final class SmallDocuments {

    private static final String BEGIN = "{\"case_id\":\"request-";
    private static final byte[] END =
            ("/1\",\"sequence\":1,\"provider_id\":\"provider-07\",\"at\":\"2026-08-01T00:00:00.000Z\","
                            + "\"cause\":\"OBSERVATION\",\"state_before\":\"ISSUED\","
                            + "\"state_after\":\"DOWN_UNCONFIRMED\",\"verdict_after\":\"PENDING\","
                            + "\"restated\":false}")
                    .getBytes(StandardCharsets.UTF_8);

    private SmallDocuments() {}

    /** Another one for each number. */
    static BulkEntry of(long number) {
        byte[] begin = (BEGIN + number).getBytes(StandardCharsets.UTF_8);
        byte[] source = new byte[begin.length + END.length];
        System.arraycopy(begin, 0, source, 0, begin.length);
        System.arraycopy(END, 0, source, begin.length, END.length);
        return new BulkEntry(
                DocumentAlias.TRANSITIONS.alias(), "request-" + number + "/1|1", 1, source);
    }
}
