package vn.takedown.benchmarks.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.takedown.benchmarks.report.Spread;
import vn.takedown.benchmarks.run.RunResult;
import vn.takedown.benchmarks.run.SinkRequest;
import vn.takedown.benchmarks.run.SinkVariant;
import vn.takedown.benchmarks.run.Worker;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.client.ElasticsearchClient;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.server.RunFolder;
import vn.takedown.stack.terminal.Progress;

/** The sink by itself, and beside a bare loader on the same Elasticsearch, in turn. */
final class Sinks {

    private static final String ALIAS = "takedown-transitions";

    /** The stub is faster: with as few documents the start would weigh. */
    private static final int STUB_TIMES = 5;

    private static final int WARM_UP_ROUND = 0;

    private final LocalStack stack;
    private final Worker worker;
    private final int runs;
    private final Progress progress;
    private final Map<SinkVariant, List<Double>> rates = new EnumMap<>(SinkVariant.class);

    Sinks(LocalStack stack, Worker worker, int runs, Progress progress) {
        this.stack = stack;
        this.worker = worker;
        this.runs = runs;
        this.progress = progress;
    }

    /**
     * @param documents of each run, into the stub five times as many
     * @param json gets the rates and the ratio, medians with {@code _min} and {@code _max}
     */
    void run(long documents, ObjectNode json) {
        json.put("sink_documents", documents);
        // A server that has just started gets three times as fast while it warms up.
        measure(SinkVariant.BARE_LOADER, WARM_UP_ROUND, documents);
        measure(SinkVariant.SINK_ELASTICSEARCH, WARM_UP_ROUND, documents);
        rates.clear();
        for (int round = 1; round <= runs; round++) {
            List<SinkVariant> order = new ArrayList<>(List.of(SinkVariant.values()));
            // So that neither of the two always finds what the other has left.
            Collections.rotate(order, round);
            for (SinkVariant variant : order) {
                measure(variant, round, documents);
            }
        }
        for (SinkVariant variant : SinkVariant.values()) {
            write(json, variant.title() + "_per_second", rates.get(variant));
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            ratios.add(
                    rates.get(SinkVariant.SINK_ELASTICSEARCH).get(i)
                            / rates.get(SinkVariant.BARE_LOADER).get(i));
        }
        write(json, "ratio_sink", ratios);
    }

    private void measure(SinkVariant variant, int round, long documents) {
        stack.requireServers();
        RunResult result;
        if (variant == SinkVariant.SINK_STUB) {
            try (StubElasticsearch stub = StubElasticsearch.start()) {
                result = measure(variant, round, stub.address(), documents * STUB_TIMES);
                requireAll(variant, stub.documents(), 2 * documents * STUB_TIMES);
            }
        } else {
            result =
                    measure(
                            variant,
                            round,
                            stack.addresses().elasticsearch().toString(),
                            documents);
            requireAll(variant, indexed(), documents);
        }
        rates.computeIfAbsent(variant, key -> new ArrayList<>()).add(result.perSecond());
        progress.note(
                String.format(
                        Locale.ROOT,
                        "%-18s run %d: %,10.0f documents/s, %,d in %.1f s, CPU %.1f s, GC %.2f s",
                        variant.title(),
                        round,
                        result.perSecond(),
                        result.documents(),
                        result.seconds(),
                        result.cpuSeconds(),
                        result.gcSeconds()));
    }

    /** The warm-up is as long as what is measured. */
    private RunResult measure(SinkVariant variant, int round, String address, long documents) {
        String name = variant.title() + "-" + round;
        RunFolder scratch = new RunFolder(stack.folder().path().resolve("bench").resolve(name));
        try {
            return worker.run(
                    new SinkRequest(
                            variant, address, documents, documents, scratch.path().toString()),
                    name,
                    written ->
                            progress.update(
                                    String.format(
                                            Locale.ROOT,
                                            "%s, run %d of %d: %,d of %,d documents",
                                            variant.title(),
                                            round,
                                            runs,
                                            written,
                                            documents)));
        } finally {
            scratch.delete(false);
        }
    }

    private long indexed() {
        ElasticsearchClient elasticsearch =
                new ElasticsearchClient(stack.addresses().elasticsearch());
        try {
            elasticsearch.refresh(List.of(ALIAS));
            return elasticsearch.count(ALIAS).orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireAll(SinkVariant variant, long arrived, long expected) {
        if (arrived != expected) {
            throw new StackFailure(
                    variant.title() + ": " + arrived + " of " + expected + " documents arrived.");
        }
    }

    private static void write(ObjectNode json, String name, List<Double> values) {
        Spread spread = Spread.of(values);
        json.put(name, spread.median());
        json.put(name + "_min", spread.least());
        json.put(name + "_max", spread.greatest());
    }
}
