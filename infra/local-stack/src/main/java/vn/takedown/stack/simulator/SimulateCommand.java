package vn.takedown.stack.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code simulate}: writes a simulated national stream as a replay folder. Exit codes as in the
 * contract's section 5: 0 done, 1 failed, 2 wrong usage.
 */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes a made-up national stream of requests, answers and observations as files that"
                    + " 'replay' reads.",
            "Equal options give equal bytes."
        })
public final class SimulateCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "folder for the five files; made when it is missing")
    private Path output;

    @Option(names = "--days", paramLabel = "N", description = "length of the stream (default: 28)")
    private Integer days;

    @Option(
            names = "--items-per-day",
            paramLabel = "N",
            description = "request items per day on average (default: 110)")
    private Integer itemsPerDay;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "of every random choice (default: 830)")
    private Long seed;

    @Option(
            names = "--start",
            paramLabel = "INSTANT",
            description = "first event time at the earliest (default: 2026-06-07T17:00:00Z)")
    private Instant start;

    @Option(
            names = "--disorder-ms",
            paramLabel = "MS",
            description =
                    "latest delivery after the event; 0 gives event-time order (default:"
                            + " 3000)")
    private Long disorderMillis;

    @Option(
            names = "--duplicate-share",
            paramLabel = "SHARE",
            description = "share of records delivered twice, 0 to 1 (default: 0.002)")
    private Double duplicateShare;

    /** Picocli fills in the options. */
    public SimulateCommand() {}

    @Override
    public Integer call() {
        NationalStream stream = new NationalStream(settings());
        PrintWriter out = spec.commandLine().getOut();
        try {
            RecordCounts counts = stream.writeTo(output);
            out.printf(
                    Locale.ROOT,
                    "%,d records in %s: %,d requests, %,d acknowledgements, %,d observations,"
                            + " %d providers, %d policies%n",
                    counts.total(),
                    output,
                    counts.requests(),
                    counts.acknowledgements(),
                    counts.observations(),
                    counts.providers(),
                    counts.policies());
            out.flush();
            return CommandLine.ExitCode.OK;
        } catch (IOException failure) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("The stream could not be written: " + failure);
            err.flush();
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private SimulationSettings settings() {
        try {
            SimulationSettings settings = SimulationSettings.demo();
            settings = seed == null ? settings : settings.withSeed(seed);
            settings = start == null ? settings : settings.withStart(start);
            settings = days == null ? settings : settings.withDays(days);
            settings = itemsPerDay == null ? settings : settings.withItemsPerDay(itemsPerDay);
            settings =
                    disorderMillis == null
                            ? settings
                            : settings.withDisorder(Duration.ofMillis(disorderMillis));
            return duplicateShare == null ? settings : settings.withDuplicateShare(duplicateShare);
        } catch (IllegalArgumentException outOfRange) {
            throw new ParameterException(spec.commandLine(), outOfRange.getMessage(), outOfRange);
        }
    }
}
