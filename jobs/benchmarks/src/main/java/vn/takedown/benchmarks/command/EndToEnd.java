package vn.takedown.benchmarks.command;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import vn.takedown.benchmarks.report.EndToEndReport;
import vn.takedown.benchmarks.report.Machine;
import vn.takedown.benchmarks.report.Measurements;
import vn.takedown.benchmarks.report.ResultTable;
import vn.takedown.benchmarks.run.RunRequest;
import vn.takedown.benchmarks.run.RunResult;
import vn.takedown.benchmarks.run.Variant;
import vn.takedown.benchmarks.run.Worker;
import vn.takedown.benchmarks.workload.LoadedRecords;
import vn.takedown.benchmarks.workload.Workload;
import vn.takedown.benchmarks.workload.WorkloadLoader;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.server.RunFolder;
import vn.takedown.stack.terminal.Progress;

/** All variants over the same records, in turn, as often as there are runs. */
final class EndToEnd {

    private final LocalStack stack;
    private final Worker worker;
    private final BenchSettings settings;
    private final Machine machine;
    private final Progress progress;
    private final Measurements measurements = new Measurements();

    EndToEnd(
            LocalStack stack,
            Worker worker,
            BenchSettings settings,
            Machine machine,
            Progress progress) {
        this.stack = stack;
        this.worker = worker;
        this.settings = settings;
        this.machine = machine;
        this.progress = progress;
    }

    /**
     * @return whether no variant has failed, but for those that were left out
     */
    boolean run(Report report) {
        LoadedRecords loaded =
                WorkloadLoader.load(
                        stack.addresses().kafka(),
                        Workload.of(settings.events(), settings.keys()),
                        progress);
        report.json().put("records", loaded.records());
        report.json().put("record_bytes", loaded.averageBytes());
        settings.leftOut()
                .forEach(
                        (variant, why) -> {
                            measurements.fail(variant, why);
                            progress.note(variant.title() + " is left out: " + why);
                        });
        ResultTable table = new ResultTable(measurements, machine.cores());
        for (int round = 1; round <= settings.runs(); round++) {
            for (Variant variant : order(round)) {
                measure(variant, round, loaded.records());
            }
            new EndToEndReport(measurements, machine.cores(), settings.keys())
                    .writeTo(report.json());
            report.write();
            progress.note("");
            table.lines().forEach(progress::note);
            progress.note("");
        }
        return measurements.errors().keySet().equals(settings.leftOut().keySet());
    }

    /** Each round begins with another variant, so that none always follows the same one. */
    private List<Variant> order(int round) {
        List<Variant> order = new ArrayList<>(settings.variants());
        Collections.rotate(order, 1 - round);
        return order;
    }

    private void measure(Variant variant, int round, long records) {
        if (measurements.hasFailed(variant)) {
            return;
        }
        stack.requireServers();
        String name = variant.title() + "-" + round;
        RunFolder scratch = new RunFolder(folder().resolve(name));
        try {
            RunResult result =
                    worker.run(
                            request(variant, records, scratch.path()),
                            name,
                            read ->
                                    progress.update(
                                            String.format(
                                                    Locale.ROOT,
                                                    "%s, run %d of %d: %,d of %,d records",
                                                    variant.title(),
                                                    round,
                                                    settings.runs(),
                                                    read,
                                                    records)));
            measurements.add(variant, round, result);
            progress.note(ResultTable.line(variant, round, result));
        } catch (StackFailure | UncheckedIOException failure) {
            measurements.fail(variant, failure.getMessage());
            progress.note(variant.title() + " failed: " + failure.getMessage());
            stack.keepLogs();
        } finally {
            scratch.delete(false);
        }
    }

    private Path folder() {
        return stack.folder().path().resolve("bench");
    }

    private RunRequest request(Variant variant, long records, Path folder) {
        return new RunRequest(
                variant,
                stack.addresses().kafka(),
                stack.addresses().elasticsearch().toString(),
                records,
                settings.warmUp(),
                settings.parallelism(),
                folder.toString(),
                settings.refreshInterval().toString());
    }
}
