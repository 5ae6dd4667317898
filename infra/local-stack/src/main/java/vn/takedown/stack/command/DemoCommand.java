package vn.takedown.stack.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.takedown.stack.demo.Demo;
import vn.takedown.stack.job.JobRun;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.simulator.NationalStream;
import vn.takedown.stack.simulator.SimulatedRecord;
import vn.takedown.stack.simulator.SimulationSettings;
import vn.takedown.stack.terminal.Console;

/** {@code infra/takedown demo}: a simulated national stream, followed live. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong usage"},
        description =
                "Starts the stack, loads a simulated national stream while the job runs, and ends"
                        + " with a table of the providers and the addresses.")
final class DemoCommand implements Callable<Integer> {

    /** The simulated stream is of some other time, and its alerts are to be seen all the same. */
    private static final Duration ANY_TIME = Duration.ofDays(36_500);

    @Spec private CommandSpec spec;

    @ArgGroup private Length length;

    /** Either of them. */
    private static final class Length {

        @Option(
                names = "--events",
                paramLabel = "N",
                description = "stop after this many records (default: the whole stream)")
        private Long events;

        @Option(names = "--days", paramLabel = "D", description = "simulated days (default: 28)")
        private Integer days;
    }

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "of every random choice; equal seeds give equal streams (default: 830)")
    private Long seed;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "5000",
            description = "records loaded per second at most (default: ${DEFAULT-VALUE})")
    private int rate;

    @Mixin private AlertOptions alerts;
    @Mixin private MetricsOptions metrics;
    @Mixin private KeepOptions keep;
    @Mixin private StateOption state;

    @Override
    public Integer call() {
        SimulationSettings settings = settings();
        Console console = Console.standardOutput();
        Installation installation = Installation.find();
        try (LocalStack stack =
                metrics.start(
                        installation,
                        state.folder(installation).newRun("demo"),
                        Demo.slots(),
                        console)) {
            keep.apply(stack, console);
            alerts.apply(stack, ANY_TIME, console);
            Demo demo = new Demo(stack, console);
            JobRun job;
            try {
                job = demo.run(stream(settings).iterator(), stream(settings).count(), rate);
            } catch (RuntimeException e) {
                Failures.keepLogs(stack, console);
                throw e;
            }
            console.note("");
            demo.table().forEach(console::note);
            console.note("");
            if (alerts.wanted()) {
                demo.alerts().forEach(console::note);
                alerts.explain(stack.addresses(), console);
                console.note("");
            }
            if (!keep.keepsRunning()) {
                console.note("These addresses live as long as the servers: see --keep-running.");
                KeepOptions.printAddresses(stack.addresses(), console);
            }
            keep.holdIfWanted(stack, console, running -> job.poll());
            return 0;
        }
    }

    private Stream<SimulatedRecord> stream(SimulationSettings settings) {
        Stream<SimulatedRecord> all =
                StreamSupport.stream(new NationalStream(settings).spliterator(), false);
        return length == null || length.events == null ? all : all.limit(length.events);
    }

    private SimulationSettings settings() {
        alerts.requireSense(spec.commandLine());
        if (rate < 1) {
            throw new ParameterException(spec.commandLine(), "--rate is at least 1.");
        }
        if (length != null && length.events != null && length.events < 1) {
            throw new ParameterException(spec.commandLine(), "--events is at least 1.");
        }
        try {
            SimulationSettings settings = SimulationSettings.demo();
            if (seed != null) {
                settings = settings.withSeed(seed);
            }
            if (length != null && length.days != null) {
                settings = settings.withDays(length.days);
            }
            return settings;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
