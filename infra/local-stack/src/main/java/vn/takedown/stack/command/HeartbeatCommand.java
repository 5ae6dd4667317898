package vn.takedown.stack.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.takedown.stack.Pause;
import vn.takedown.stack.terminal.Console;
import vn.takedown.stack.topic.Heartbeats;

/** {@code infra/takedown heartbeat}: lets time go on in a Kafka that others run. */
@Command(
        name = "heartbeat",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:interrupted", "1:failed", "2:wrong usage"},
        description =
                "Sends heartbeats to every partition of the event topics until it is interrupted,"
                        + " so that deadlines fire when no events come. 'up' does so by itself.")
final class HeartbeatCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofSeconds(1);

    @Spec private CommandSpec spec;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            required = true,
            description = "a broker of the cluster")
    private String kafka;

    @Mixin private HeartbeatOptions options;

    @Override
    public Integer call() {
        if (options.fault() != null) {
            throw new ParameterException(spec.commandLine(), options.fault());
        }
        try (Heartbeats heartbeats = options.start(kafka)) {
            Console.standardOutput().note("Sending heartbeats to " + kafka + ". Ctrl-C ends it.");
            while (!Thread.currentThread().isInterrupted()) {
                heartbeats.requireAlive();
                Pause.of(POLL);
            }
        }
        return 0;
    }
}
