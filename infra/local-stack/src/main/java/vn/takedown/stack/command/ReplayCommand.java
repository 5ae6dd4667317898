package vn.takedown.stack.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.takedown.stack.job.StateBackend;
import vn.takedown.stack.replay.InputFolder;
import vn.takedown.stack.replay.Replay;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.terminal.Console;

/** {@code infra/takedown replay}: a folder of events in, a folder of documents out. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every input record is accounted for",
            "1:failed, or records are missing",
            "2:wrong usage"
        },
        description = {
            "Starts the stack, replays a folder of events and writes the documents they give.",
            "The folder holds requests.jsonl and observations.jsonl, and may hold"
                    + " acknowledgements.jsonl, providers.jsonl and policies.jsonl, each also"
                    + " packed as .jsonl.gz."
        })
final class ReplayCommand implements Callable<Integer> {

    private static final int MOST = 128;

    @Spec private CommandSpec spec;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "DIR",
            description = "folder with the events")
    private Path input;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "folder for one file per kind of document; made when it is missing")
    private Path output;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "2",
            description = "parallel subtasks of the job, 1 to 128 (default: ${DEFAULT-VALUE})")
    private int parallelism;

    @Option(
            names = "--state-backend",
            paramLabel = "NAME",
            defaultValue = "rocksdb",
            description = "one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private StateBackend stateBackend;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description = "partitions of each event topic, 1 to 128 (default: ${DEFAULT-VALUE})")
    private int partitions;

    @Mixin private KeepOptions keep;
    @Mixin private StateOption state;

    @Override
    public Integer call() {
        InputFolder files = checkUsage();
        Console console = Console.standardOutput();
        Installation installation = Installation.find();
        try (LocalStack stack =
                LocalStack.start(
                        installation,
                        state.folder(installation).newRun("replay"),
                        parallelism,
                        console)) {
            return run(files, stack, console);
        }
    }

    private Integer run(InputFolder files, LocalStack stack, Console console) {
        keep.apply(stack, console);
        Replay.Result result;
        try {
            result =
                    new Replay(stack, console)
                            .run(
                                    files,
                                    output,
                                    new Replay.Settings(parallelism, stateBackend, partitions));
        } catch (RuntimeException e) {
            Failures.keepLogs(stack, console);
            throw e;
        }
        console.note("");
        result.report().forEach(console::note);
        console.note("");
        console.note("The documents are in " + output.toAbsolutePath().normalize() + ".");
        if (!result.complete()) {
            Failures.keepLogs(stack, console);
        }
        keep.holdIfWanted(stack, console, LocalStack::requireServers);
        return result.complete() ? 0 : 1;
    }

    private InputFolder checkUsage() {
        require(parallelism >= 1 && parallelism <= MOST, "--parallelism is 1 to " + MOST + ".");
        require(partitions >= 1 && partitions <= MOST, "--partitions is 1 to " + MOST + ".");
        require(
                !Files.exists(output) || Files.isDirectory(output),
                "--output: " + output + " is no folder.");
        try {
            return InputFolder.open(input);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--input: " + e.getMessage(), e);
        }
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), rule);
        }
    }
}
