package vn.takedown.benchmarks.micro;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import vn.takedown.model.cases.Arrivals;
import vn.takedown.model.cases.EventOrder;
import vn.takedown.model.cases.TargetMachine;
import vn.takedown.model.cases.TargetState;
import vn.takedown.model.cases.TargetStateEncoding;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.reference.ReferenceBook;

/** The state of a target to bytes and back. */
public class StateBenchmark extends MicroBenchmark {

    private final TargetState target = new TargetState();
    private final DataOutputSerializer output = new DataOutputSerializer(512);
    private final DataInputDeserializer input = new DataInputDeserializer();
    private byte[] bytes;

    @Setup
    public void prepare() throws IOException {
        List<TakedownEvent> events =
                SampleEvents.targets().get(0).stream().sorted(EventOrder.COMPARATOR).toList();
        new TargetMachine(new ReferenceBook(), Duration.ofHours(1).toMillis(), change -> {})
                .advance(
                        target,
                        events,
                        Arrivals.inTime((event, outcome) -> {}),
                        events.get(events.size() - 1).occurredAt());
        TargetStateEncoding.write(target, output);
        bytes = output.getCopyOfBuffer();
    }

    @Benchmark
    public int writeState() throws IOException {
        output.clear();
        TargetStateEncoding.write(target, output);
        return output.length();
    }

    @Benchmark
    public Object readState() throws IOException {
        input.setBuffer(bytes);
        return TargetStateEncoding.read(input);
    }
}
