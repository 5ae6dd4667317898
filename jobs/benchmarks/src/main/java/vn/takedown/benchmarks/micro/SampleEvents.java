package vn.takedown.benchmarks.micro;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.takedown.benchmarks.workload.Workload;
import vn.takedown.benchmarks.workload.WorkloadStream;
import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.compliance.source.RecordReaders;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.stack.topic.InputTopic;

/** Records of the usual mix, raw and parsed. */
final class SampleEvents {

    private static final int EVENTS = 10_000;

    private SampleEvents() {}

    static byte[][] observations() {
        List<byte[]> values = new ArrayList<>();
        WorkloadStream.write(
                Workload.of(EVENTS),
                record -> {
                    if (record.topic() == InputTopic.OBSERVATIONS) {
                        values.add(record.value());
                    }
                });
        return values.toArray(new byte[0][]);
    }

    /** The events of each target, in order of arrival. */
    static List<List<TakedownEvent>> targets() {
        RecordReaders readers = new RecordReaders();
        Map<String, List<TakedownEvent>> targets = new LinkedHashMap<>();
        WorkloadStream.write(
                Workload.of(EVENTS),
                record -> {
                    ParseResult<?> parsed =
                            readers.parse(
                                    vn.takedown.compliance.event.InputTopic.named(
                                            record.topic().topic()),
                                    record.value());
                    if (parsed instanceof ParseResult.Parsed<?> accepted
                            && accepted.value() instanceof TakedownEvent event) {
                        targets.computeIfAbsent(record.key(), key -> new ArrayList<>()).add(event);
                    }
                });
        return List.copyOf(targets.values());
    }
}
