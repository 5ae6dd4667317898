package vn.takedown.stack.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.takedown.stack.Main;
import vn.takedown.stack.Pause;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.server.RunFolder;
import vn.takedown.stack.server.StateFolder;
import vn.takedown.stack.terminal.Console;

/** {@code infra/takedown up}: the stack and the live job, left in the background. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the stack runs", "1:failed", "2:wrong usage"},
        description =
                "Starts the stack with empty topics and the job in live mode, and leaves them in"
                        + " the background until 'down'.")
final class UpCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(300);

    @Spec private CommandSpec spec;

    @Mixin private HeartbeatOptions heartbeats;
    @Mixin private AlertOptions alerts;
    @Mixin private MetricsOptions metrics;
    @Mixin private StateOption state;

    @Override
    public Integer call() {
        alerts.requireSense(spec.commandLine());
        if (heartbeats.fault() != null) {
            throw new ParameterException(spec.commandLine(), heartbeats.fault());
        }
        Console console = Console.standardOutput();
        Installation installation = Installation.find();
        StateFolder folder = state.folder(installation);
        Optional<RunFolder> running = folder.background();
        if (running.isPresent()) {
            console.note("The stack runs already.");
            BackgroundRun.readFrom(running.get()).ifPresent(run -> tellOf(run, console));
            return 0;
        }
        RunFolder run = folder.newBackground();
        Path log = run.logs().resolve("launcher.log");
        Process background = launch(installation, folder, log);
        Thread endTogether = new Thread(background::destroy, "background-shutdown");
        Runtime.getRuntime().addShutdownHook(endTogether);
        BackgroundRun started = awaitStart(background, run, log, console);
        Runtime.getRuntime().removeShutdownHook(endTogether);
        console.note("The stack runs in the background. 'infra/takedown down' ends it.");
        KeepOptions.printAddresses(started.addresses(), console);
        if (alerts.wanted()) {
            alerts.explain(started.addresses(), console);
        }
        return 0;
    }

    private void tellOf(BackgroundRun run, Console console) {
        KeepOptions.printAddresses(run.addresses(), console);
        if (alerts.wanted() && run.addresses().alertmanager() == null) {
            console.note("It has no Alertmanager: 'infra/takedown down', then 'up --alerts'.");
        }
        metrics.explainMissing(run.addresses(), console);
    }

    private Process launch(Installation installation, StateFolder folder, Path log) {
        List<String> command = new ArrayList<>();
        // A session of its own: Ctrl-C and the end of the terminal do not reach it.
        command.add("setsid");
        command.addAll(installation.launcherCommand(Main.class));
        command.addAll(List.of(BackgroundCommand.NAME, "--state-dir", folder.path().toString()));
        command.addAll(heartbeats.arguments());
        command.addAll(alerts.arguments());
        command.addAll(metrics.arguments());
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the background process", e);
        }
    }

    private static BackgroundRun awaitStart(
            Process background, RunFolder run, Path log, Console console) {
        while (true) {
            Optional<BackgroundRun> started = BackgroundRun.readFrom(run);
            if (started.isPresent()) {
                return started.get();
            }
            if (!background.isAlive()) {
                throw new StackFailure("The stack did not start:\n" + text(log));
            }
            text(log).lines().reduce((first, last) -> last).ifPresent(console::update);
            Pause.of(POLL);
        }
    }

    private static String text(Path log) {
        try {
            return Files.isRegularFile(log)
                    ? Files.readString(log, StandardCharsets.UTF_8)
                    : "(there is no log)";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
