package vn.takedown.benchmarks.worker;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import vn.takedown.benchmarks.nightly.PostgresqlRun;
import vn.takedown.benchmarks.peer.StreamsRun;
import vn.takedown.benchmarks.run.Json;
import vn.takedown.benchmarks.run.RunRequest;
import vn.takedown.benchmarks.run.RunResult;
import vn.takedown.stack.node.StandardInput;

/** Does one measurement and tells it on standard output, line by line. */
public final class WorkerMain {

    /** Begins a line with the number of records read so far. */
    public static final String READ = "read ";

    /** Begins the line with the {@link RunResult}. */
    public static final String RESULT = "result ";

    /** Begins the line with the reason why there is none. */
    public static final String FAILED = "failed ";

    private static final long TOLD_EVERY_MILLIS = 500;

    private WorkerMain() {}

    /**
     * @param arguments a {@link RunRequest} as JSON
     */
    public static void main(String[] arguments) {
        tellResult(() -> measure(Json.read(arguments[0], RunRequest.class)));
    }

    /** Does a measurement, tells what it gave, and ends the process. */
    static void tellResult(Callable<RunResult> measurement) {
        StandardInput.exitWhenClosed();
        PrintStream out = System.out;
        // The lines are for the launcher: whatever else is printed goes to the log.
        System.setOut(System.err);
        ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor();
        teller.scheduleAtFixedRate(
                () -> tell(out, READ + Meter.records()),
                TOLD_EVERY_MILLIS,
                TOLD_EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
        int exitCode = 0;
        try {
            tell(out, RESULT + Json.write(measurement.call()));
        } catch (Exception | LinkageError e) {
            e.printStackTrace(System.err);
            tell(out, FAILED + rootCause(e).toString().replace('\n', ' '));
            exitCode = 1;
        }
        // What is still open dies with the process.
        Runtime.getRuntime().halt(exitCode);
    }

    private static void tell(PrintStream out, String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }

    private static RunResult measure(RunRequest request) throws Exception {
        Map<TopicPartition, Long> ends = InputOffsets.ends(request.kafka());
        try (Measurement measurement = of(request)) {
            if (request.warmUp() > 0) {
                Meter.reset();
                measurement.run("warm-up", InputOffsets.upTo(ends, request.warmUp()));
            }
            System.gc();
            Meter.reset();
            return measurement.run("measured", ends);
        }
    }

    private static Measurement of(RunRequest request) throws Exception {
        return switch (request.variant()) {
            case KAFKA_STREAMS -> new StreamsRun(request);
            case POSTGRESQL -> new PostgresqlRun(request);
            default -> new FlinkRun(request);
        };
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
