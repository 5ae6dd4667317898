package vn.takedown.benchmarks.micro;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import vn.takedown.compliance.event.EventEnvelope;
import vn.takedown.compliance.event.EventEnvelopeSerializer;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.compliance.event.Lateness;
import vn.takedown.compliance.event.RecordOrigin;
import vn.takedown.compliance.ingest.ObservationParser;
import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.model.event.Observation;

/** An observation from the ingesting subtask to the one that owns its target. */
public class EnvelopeBenchmark extends MicroBenchmark {

    private final DataOutputSerializer output = new DataOutputSerializer(512);
    private final DataInputDeserializer input = new DataInputDeserializer();
    private final List<Observation> observations = new ArrayList<>();
    private int next;

    @Setup
    public void prepare() {
        ObservationParser parser = new ObservationParser();
        for (byte[] value : SampleEvents.observations()) {
            if (parser.parse(value) instanceof ParseResult.Parsed<?> parsed
                    && parsed.value() instanceof Observation observation) {
                observations.add(observation);
            }
        }
    }

    /** The key on the one side, bytes and back, the key on the other. */
    @Benchmark
    public int shuffleObservation() throws IOException {
        next = next + 1 == observations.size() ? 0 : next + 1;
        EventEnvelope sent =
                new EventEnvelope(
                        observations.get(next),
                        new RecordOrigin(InputTopic.OBSERVATIONS, 1, next),
                        Lateness.IN_TIME,
                        null);
        int sender = sent.target().hashCode();
        output.clear();
        EventEnvelopeSerializer.INSTANCE.serialize(sent, output);
        input.setBuffer(output.getSharedBuffer(), 0, output.length());
        EventEnvelope received = EventEnvelopeSerializer.INSTANCE.deserialize(input);
        return sender ^ received.target().hashCode();
    }
}
