package vn.takedown.stack.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A simulated national stream (contract section 1): all providers and policies first, then
 * requests, acknowledgements and observations merged in event-time order, or with the settings'
 * disorder and duplicates. Every iteration gives the same records. Memory is bounded by the items
 * open at a time, not by the length of the stream.
 */
public final class NationalStream implements Iterable<SimulatedRecord> {

    private final SimulationSettings settings;
    private final List<SimulatedProvider> providers = FictionalProviders.read();
    private final LifePlanner planner = new LifePlanner(providers);

    public NationalStream(SimulationSettings settings) {
        this.settings = settings;
    }

    @Override
    public Iterator<SimulatedRecord> iterator() {
        EventJson json = new EventJson();
        long start = settings.startMillis();
        Iterator<SimulatedProvider> registry = providers.iterator();
        Iterator<SimulatedRecord> policies = ShippedPolicies.records(start).iterator();
        EventTimeOrder events = events();
        Iterator<SimulatedRecord> deliveries =
                new DeliveryOrder(
                        new Iterator<>() {
                            @Override
                            public boolean hasNext() {
                                return events.hasNext();
                            }

                            @Override
                            public SimulatedRecord next() {
                                return json.record(events.next());
                            }
                        },
                        settings);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return registry.hasNext() || policies.hasNext() || deliveries.hasNext();
            }

            @Override
            public SimulatedRecord next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                if (registry.hasNext()) {
                    return json.record(registry.next().provider(), start);
                }
                return policies.hasNext() ? policies.next() : deliveries.next();
            }
        };
    }

    /**
     * Writes the stream as a replay folder (contract section 5); files of the same names are
     * replaced.
     *
     * @param folder is made when it is missing
     * @throws IOException when a file cannot be written
     */
    public RecordCounts writeTo(Path folder) throws IOException {
        return ReplayFolder.write(this, folder);
    }

    EventTimeOrder events() {
        return new EventTimeOrder(settings, intake(), planner);
    }

    Intake intake() {
        return new Intake(settings, providers);
    }

    LifePlanner planner() {
        return planner;
    }

    List<SimulatedProvider> providers() {
        return providers;
    }
}
