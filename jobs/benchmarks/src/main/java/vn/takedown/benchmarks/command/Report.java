package vn.takedown.benchmarks.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import vn.takedown.benchmarks.report.Commit;
import vn.takedown.benchmarks.report.Machine;
import vn.takedown.benchmarks.run.Json;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.terminal.Progress;

/** The JSON file; written again whenever more is known, so that a broken run leaves something. */
final class Report {

    private final Path file;
    private final Machine machine;
    private final ObjectNode json = Json.MAPPER.createObjectNode();

    private Report(Path file, Machine machine) {
        this.file = file;
        this.machine = machine;
    }

    /** Begins with what is known before anything is measured. */
    static Report begin(Installation installation, BenchSettings settings, Machine machine) {
        Report report = new Report(settings.output().toAbsolutePath().normalize(), machine);
        report.json.put("commit", Commit.find(installation.home()));
        report.json.put(
                "measured_at",
                InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS).toString());
        report.json.set("machine", Json.MAPPER.valueToTree(machine));
        ObjectNode chosen = report.json.putObject("settings");
        chosen.put("events", settings.events());
        chosen.put("keys", settings.keys());
        chosen.put("runs", settings.runs());
        chosen.put("warm_up", settings.warmUp());
        chosen.put("parallelism", settings.parallelism());
        chosen.put("refresh_interval", settings.refreshInterval().toString());
        return report;
    }

    ObjectNode json() {
        return json;
    }

    Machine machine() {
        return machine;
    }

    /**
     * Lets something be measured; when it fails, its error takes the place of its figures.
     *
     * @return whether it has not failed
     */
    boolean attempt(String what, Progress progress, Consumer<ObjectNode> measurement) {
        try {
            measurement.accept(json);
            return true;
        } catch (StackFailure | UncheckedIOException failure) {
            json.withObject("/errors").put(what, failure.getMessage());
            progress.note(what + " failed: " + failure.getMessage());
            return false;
        } finally {
            write();
        }
    }

    void write() {
        try {
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(
                    part,
                    Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
