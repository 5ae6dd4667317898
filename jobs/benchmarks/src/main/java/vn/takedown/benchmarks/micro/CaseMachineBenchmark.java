package vn.takedown.benchmarks.micro;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import vn.takedown.model.cases.Arrivals;
import vn.takedown.model.cases.EventOrder;
import vn.takedown.model.cases.TargetMachine;
import vn.takedown.model.cases.TargetState;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.reference.ReferenceBook;

/** Events through the machine: the lives of a hundred targets, ten events each. */
public class CaseMachineBenchmark extends MicroBenchmark {

    private static final int TARGETS = 100;
    private static final int EVENTS = 9;

    private final Arrivals<TakedownEvent> arrivals = Arrivals.inTime((event, outcome) -> {});
    private List<List<TakedownEvent>> targets;
    private long changes;
    private TargetMachine machine;

    @Setup
    public void prepare() {
        targets = new ArrayList<>();
        for (List<TakedownEvent> events : SampleEvents.targets().subList(0, TARGETS)) {
            targets.add(events.stream().sorted(EventOrder.COMPARATOR).limit(EVENTS).toList());
        }
        machine =
                new TargetMachine(
                        new ReferenceBook(), Duration.ofHours(1).toMillis(), change -> changes++);
    }

    @Benchmark
    @OperationsPerInvocation(TARGETS * EVENTS)
    public long advance() {
        for (List<TakedownEvent> events : targets) {
            machine.advance(
                    new TargetState(),
                    events,
                    arrivals,
                    events.get(events.size() - 1).occurredAt());
        }
        return changes;
    }
}
