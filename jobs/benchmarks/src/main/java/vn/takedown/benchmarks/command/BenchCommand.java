package vn.takedown.benchmarks.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.takedown.benchmarks.micro.MicroRun;
import vn.takedown.benchmarks.report.Machine;
import vn.takedown.benchmarks.run.Variant;
import vn.takedown.benchmarks.run.Worker;
import vn.takedown.benchmarks.workload.Workload;
import vn.takedown.compliance.config.TimeSettings;
import vn.takedown.stack.command.Failures;
import vn.takedown.stack.command.StateOption;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.server.PostgresqlProgram;
import vn.takedown.stack.terminal.Console;

/** {@code infra/takedown bench}: how fast the job is, beside what is possible at all. */
@Command(
        name = "infra/takedown bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:failed, or a variant failed", "2:wrong usage"},
        description = {
            "Starts Kafka and Elasticsearch, loads Kafka once, and measures over the same records:"
                    + " raw bytes, parsing, the whole job with and without Elasticsearch, a Kafka"
                    + " Streams application that does the same task, and the nightly alternative:"
                    + " PostgreSQL."
        })
public final class BenchCommand implements Callable<Integer> {

    private static final long USUAL_WARM_UP = 500_000;
    private static final int EVENTS_PER_KEY = 100;
    private static final int EVENTS_PER_WARM_UP = 10;

    @Spec private CommandSpec spec;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "5000000",
            description = "events to load (default: ${DEFAULT-VALUE})")
    private long events;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "file for the figures as JSON")
    private Path output;

    @Option(
            names = "--runs",
            paramLabel = "R",
            defaultValue = "5",
            description = "runs of each variant (default: ${DEFAULT-VALUE})")
    private int runs;

    @Option(
            names = "--keys",
            paramLabel = "K",
            description =
                    "targets that the events are about (default: a hundredth of the events, a day's watch)")
    private Integer keys;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description =
                    "observations that each process reads first and that do not count (default: a"
                            + " tenth of the events, at most 500000)")
    private Long warmUp;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "2",
            description = "parallel subtasks, or stream threads (default: ${DEFAULT-VALUE})")
    private int parallelism;

    @Option(
            names = "--refresh-interval",
            paramLabel = "DURATION",
            description = "of the job, in event time (default: the job's own)")
    private Duration refreshInterval;

    @Option(
            names = "--variants",
            paramLabel = "NAME",
            split = ",",
            description =
                    "some of ${COMPLETION-CANDIDATES} (default: all, POSTGRESQL where it is"
                            + " installed; none beside --micro, --growth, --latency, --sink)")
    private List<Variant> variants;

    @Option(names = "--micro", description = "measure the parts one by one, with JMH, instead")
    private boolean micro;

    @Option(
            names = "--growth",
            description =
                    "measure the rate beside ever more live cases, and the state of each, instead;"
                            + " --events is the number of observations of each measurement")
    private boolean growth;

    @Option(
            names = "--growth-most",
            paramLabel = "K",
            defaultValue = "1000000",
            description = "most live cases: 100000, 1000000, 10000000 (default: ${DEFAULT-VALUE})")
    private int growthMost;

    @Option(
            names = "--latency",
            description = "measure from arrival to searchable at a steady rate instead")
    private boolean latency;

    @Option(
            names = "--latency-rate",
            paramLabel = "N",
            defaultValue = "5000",
            description = "events per second (default: ${DEFAULT-VALUE})")
    private int latencyRate;

    @Option(
            names = "--latency-seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "for how long, after a warm-up (default: ${DEFAULT-VALUE})")
    private int latencySeconds;

    @Option(
            names = "--sink",
            description =
                    "measure the Elasticsearch sink instead: one subtask into a stub server, and"
                            + " into Elasticsearch beside a bare bulk loader")
    private boolean sink;

    @Option(
            names = "--sink-documents",
            paramLabel = "N",
            defaultValue = "500000",
            description =
                    "documents of each run of --sink, five times as many into the stub (default:"
                            + " ${DEFAULT-VALUE})")
    private long sinkDocuments;

    @Mixin private StateOption state;

    /** Runs the command and gives its exit code. */
    public static int run(String... arguments) {
        return new CommandLine(new BenchCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures())
                .setUsageHelpWidth(100)
                .execute(arguments);
    }

    @Override
    public Integer call() {
        BenchSettings settings = settings();
        Console console = Console.standardOutput();
        Installation installation = Installation.find();
        Report report = Report.begin(installation, settings, Machine.find());
        boolean complete = true;
        if (micro) {
            MicroRun.run(runs, report.json());
            report.write();
        }
        if (growth || latency || sink || endToEnd()) {
            try (LocalStack stack =
                    LocalStack.startWithoutFlink(
                            installation, state.folder(installation).newRun("bench"), console)) {
                complete = run(installation, stack, settings, report, console);
            }
        }
        report.write();
        console.note("The figures are in " + output.toAbsolutePath().normalize() + ".");
        return complete ? 0 : 1;
    }

    private boolean run(
            Installation installation,
            LocalStack stack,
            BenchSettings settings,
            Report report,
            Console console) {
        LiveRuns live = new LiveRuns(installation, stack, settings);
        boolean complete = true;
        if (latency) {
            complete &=
                    report.attempt(
                            "latency",
                            console,
                            json ->
                                    new Latency(live, console)
                                            .run(
                                                    latencyRate,
                                                    Duration.ofSeconds(latencySeconds),
                                                    json));
        }
        if (growth) {
            complete &=
                    report.attempt(
                            "growth",
                            console,
                            json -> new Growth(live, console).run(growthMost, json));
        }
        Worker worker = new Worker(installation, stack.folder().logs());
        if (sink) {
            complete &=
                    report.attempt(
                            "sink",
                            console,
                            json ->
                                    new Sinks(stack, worker, settings.runs(), console)
                                            .run(sinkDocuments, json));
        }
        if (endToEnd()) {
            complete &=
                    new EndToEnd(stack, worker, settings, report.machine(), console).run(report);
        }
        if (!complete) {
            stack.keepLogs();
            console.note("The log files stay in " + stack.folder().logs() + ".");
        }
        return complete;
    }

    private boolean endToEnd() {
        return variants != null || !(micro || growth || latency || sink);
    }

    private BenchSettings settings() {
        require(runs >= 1, "--runs is at least 1.");
        require(growthMost >= 1, "--growth-most is at least 1.");
        require(latencyRate >= 1, "--latency-rate is at least 1.");
        require(latencySeconds >= 1, "--latency-seconds is at least 1.");
        require(sinkDocuments >= 1, "--sink-documents is at least 1.");
        require(parallelism >= 1, "--parallelism is at least 1.");
        require(warmUp == null || warmUp >= 0, "--warm-up is not negative.");
        int targets = keys == null ? Math.toIntExact(events / EVENTS_PER_KEY) : keys;
        try {
            Workload.of(events, targets);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--events: " + e.getMessage(), e);
        }
        return new BenchSettings(
                events,
                targets,
                runs,
                warmUp == null ? Math.min(USUAL_WARM_UP, events / EVENTS_PER_WARM_UP) : warmUp,
                parallelism,
                refreshInterval == null ? TimeSettings.DEFAULT.refreshInterval() : refreshInterval,
                variants == null ? List.of(Variant.values()) : variants,
                variants == null ? leftOut() : Map.of(),
                output);
    }

    /** Without being asked for, a program that is not installed is no failure. */
    private static Map<Variant, String> leftOut() {
        return PostgresqlProgram.missing()
                .map(why -> Map.of(Variant.POSTGRESQL, why))
                .orElse(Map.of());
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), rule);
        }
    }
}
