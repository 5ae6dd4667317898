package vn.takedown.benchmarks.micro;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import vn.takedown.compliance.ingest.ObservationParser;

/** Bytes of an observation to the event. */
public class ParserBenchmark extends MicroBenchmark {

    private final ObservationParser parser = new ObservationParser();
    private byte[][] values;
    private int next;

    @Setup
    public void prepare() {
        values = SampleEvents.observations();
    }

    @Benchmark
    public Object parseObservation() {
        next = next + 1 == values.length ? 0 : next + 1;
        return parser.parse(values[next]);
    }
}
