package vn.takedown.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import vn.takedown.benchmarks.run.CheckpointFigures;
import vn.takedown.benchmarks.run.RunResult;
import vn.takedown.benchmarks.run.Variant;

/** The figures as a table for a person. */
public final class ResultTable {

    private static final String ROW = "%-18s %9s %9s %9s %7s %9s %6s %7s %9s %8s";

    private final Measurements measurements;
    private final int cores;

    public ResultTable(Measurements measurements, int cores) {
        this.measurements = measurements;
        this.cores = cores;
    }

    /** What one run gave, in one line. */
    public static String line(Variant variant, int round, RunResult result) {
        CheckpointFigures checkpoints = result.checkpoints();
        return String.format(
                Locale.ROOT,
                "%-18s run %d: %,10.0f/s, %,d records in %.1f s (read in %.1f s), %,d documents,"
                        + " CPU %.1f s, GC %.2f s, checkpoints %s",
                variant.title(),
                round,
                result.perSecond(),
                result.records(),
                result.seconds(),
                result.readingSeconds(),
                result.documents(),
                result.cpuSeconds(),
                result.gcSeconds(),
                checkpoints == null ? "-" : checkpoints.completed());
    }

    /** Medians of all runs so far. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        ROW,
                        "median of runs",
                        "events/s",
                        "least",
                        "greatest",
                        "of raw",
                        "per core",
                        "GC s",
                        "CPU s",
                        "state MB",
                        "chkpt ms"));
        for (Variant variant : Variant.values()) {
            lines.add(measurements.hasFailed(variant) ? failed(variant) : row(variant));
        }
        compare("the peer", Variant.KAFKA_STREAMS).ifPresent(lines::add);
        compare("PostgreSQL", Variant.POSTGRESQL).ifPresent(lines::add);
        return lines;
    }

    private Optional<String> compare(String other, Variant variant) {
        return measurements
                .ratio(Variant.JOB_COUNTING, variant)
                .map(
                        ratio ->
                                String.format(
                                        Locale.ROOT,
                                        "The job is %.2f times as fast as %s (%.2f to %.2f).",
                                        ratio.median(),
                                        other,
                                        ratio.least(),
                                        ratio.greatest()));
    }

    private String failed(Variant variant) {
        return variant.title() + " failed: " + measurements.errors().get(variant);
    }

    private String row(Variant variant) {
        Optional<Spread> rate = measurements.spread(variant, RunResult::perSecond);
        return String.format(
                ROW,
                variant.title(),
                cell("%,.0f", rate.map(Spread::median)),
                cell("%,.0f", rate.map(Spread::least)),
                cell("%,.0f", rate.map(Spread::greatest)),
                cell("%.2f", measurements.ratio(variant, Variant.RAW).map(Spread::median)),
                cell("%,.0f", rate.map(spread -> spread.median() / cores)),
                cell("%.2f", median(variant, RunResult::gcSeconds)),
                cell("%.1f", median(variant, RunResult::cpuSeconds)),
                cell("%.1f", median(variant, ResultTable::stateMegabytes)),
                cell("%,.0f", median(variant, ResultTable::checkpointMillis)));
    }

    private Optional<Double> median(Variant variant, Function<RunResult, Double> figure) {
        return measurements.spread(variant, figure).map(Spread::median);
    }

    private static Double stateMegabytes(RunResult result) {
        CheckpointFigures checkpoints = result.checkpoints();
        return checkpoints == null || checkpoints.stateBytes() == null
                ? null
                : checkpoints.stateBytes() / 1e6;
    }

    private static Double checkpointMillis(RunResult result) {
        return result.checkpoints() == null ? null : result.checkpoints().medianMillis();
    }

    private static String cell(String format, Optional<Double> value) {
        return value.map(number -> String.format(Locale.ROOT, format, number)).orElse("-");
    }
}
