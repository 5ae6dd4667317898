package vn.takedown.benchmarks.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import vn.takedown.benchmarks.run.CheckpointFigures;
import vn.takedown.benchmarks.run.Json;
import vn.takedown.benchmarks.run.RunResult;
import vn.takedown.benchmarks.run.Variant;

/**
 * The figures of the end-to-end runs as JSON: each a median, with {@code _min} and {@code _max}.
 */
public final class EndToEndReport {

    private final Measurements measurements;
    private final int cores;
    private final int keys;

    /**
     * @param cores of the machine
     * @param keys targets in the records
     */
    public EndToEndReport(Measurements measurements, int cores, int keys) {
        this.measurements = measurements;
        this.cores = cores;
        this.keys = keys;
    }

    public void writeTo(ObjectNode json) {
        for (Variant variant : Variant.values()) {
            write(json, variant, "per_second", RunResult::perSecond);
        }
        write(json, "ratio_parse", measurements.ratio(Variant.PARSE, Variant.RAW));
        write(json, "ratio_shuffle", measurements.ratio(Variant.SHUFFLE, Variant.RAW));
        write(json, "ratio_counting", measurements.ratio(Variant.JOB_COUNTING, Variant.RAW));
        write(
                json,
                "ratio_elasticsearch",
                measurements.ratio(Variant.JOB_ELASTICSEARCH, Variant.RAW));
        write(json, "ratio_peer", measurements.ratio(Variant.JOB_COUNTING, Variant.KAFKA_STREAMS));
        write(
                json,
                "ratio_postgresql",
                measurements.ratio(Variant.JOB_COUNTING, Variant.POSTGRESQL));
        for (Variant variant : Variant.values()) {
            writeDetails(json, variant);
        }
        ObjectNode errors = json.putObject("errors");
        measurements.errors().forEach((variant, error) -> errors.put(variant.title(), error));
        json.set("runs", Json.MAPPER.valueToTree(measurements.runs()));
    }

    private void writeDetails(ObjectNode json, Variant variant) {
        write(json, variant, "per_second_per_core", result -> result.perSecond() / cores);
        write(
                json,
                variant,
                "reading_per_second",
                result -> result.records() / result.readingSeconds());
        if (variant == Variant.POSTGRESQL) {
            write(json, variant, "load_seconds", RunResult::readingSeconds);
            write(
                    json,
                    variant,
                    "compute_seconds",
                    result -> result.seconds() - result.readingSeconds());
            // Most of the work is the server's, of which this process knows nothing.
            return;
        }
        write(json, variant, "per_cpu_second", result -> result.records() / result.cpuSeconds());
        write(json, variant, "gc_seconds", RunResult::gcSeconds);
        write(json, variant, "heap_bytes", result -> (double) result.heapBytes());
        if (variant == Variant.JOB_COUNTING || variant == Variant.JOB_ELASTICSEARCH) {
            write(json, variant, "checkpoint_bytes", checkpoint(CheckpointFigures::stateBytes));
            write(
                    json,
                    variant,
                    "checkpoint_written_bytes",
                    checkpoint(CheckpointFigures::writtenBytes));
            write(json, variant, "checkpoint_ms", checkpoint(CheckpointFigures::medianMillis));
            write(json, variant, "state_bytes_per_key", this::stateBytesPerKey);
        }
    }

    private Double stateBytesPerKey(RunResult result) {
        Double bytes = checkpoint(CheckpointFigures::stateBytes).apply(result);
        return bytes == null ? null : bytes / keys;
    }

    private static Function<RunResult, Double> checkpoint(
            Function<CheckpointFigures, Number> figure) {
        return result -> {
            Number number =
                    result.checkpoints() == null ? null : figure.apply(result.checkpoints());
            return number == null ? null : number.doubleValue();
        };
    }

    private void write(
            ObjectNode json, Variant variant, String name, Function<RunResult, Double> figure) {
        write(json, variant.title() + "_" + name, measurements.spread(variant, figure));
    }

    private static void write(ObjectNode json, String name, Optional<Spread> spread) {
        json.put(name, spread.map(Spread::median).orElse(null));
        json.put(name + "_min", spread.map(Spread::least).orElse(null));
        json.put(name + "_max", spread.map(Spread::greatest).orElse(null));
    }
}
