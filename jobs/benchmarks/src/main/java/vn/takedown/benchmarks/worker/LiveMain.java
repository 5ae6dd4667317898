package vn.takedown.benchmarks.worker;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.JobID;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import vn.takedown.benchmarks.run.Json;
import vn.takedown.benchmarks.run.LiveRequest;
import vn.takedown.benchmarks.run.Variant;
import vn.takedown.compliance.config.JobConfiguration;
import vn.takedown.compliance.config.RunMode;

/**
 * Runs a live job and answers each line on standard input, one of the commands below, with a line.
 * Ends with the input.
 */
public final class LiveMain {

    /** How many records have been read since the last {@link #RESUME}. */
    public static final String READ = "read";

    /** How many documents have been written since {@link #RESUME}. */
    public static final String DOCUMENTS = "documents";

    /** Hold all records back. */
    public static final String PAUSE = "pause";

    /** Let them through, and count from zero. */
    public static final String RESUME = "resume";

    /** What has been measured since {@link #RESUME}. */
    public static final String FIGURES = "figures";

    /** The same, after a checkpoint made for it. */
    public static final String CHECKPOINT = "checkpoint";

    /** How many bytes the live entries of all state take, without what RocksDB adds or spares. */
    public static final String STATE = "state";

    private final FlinkCluster cluster;
    private final JobID job;
    private final Path savepoints;
    private Meter.Reading reading = Meter.reading();

    private LiveMain(FlinkCluster cluster, JobID job, Path savepoints) {
        this.cluster = cluster;
        this.job = job;
        this.savepoints = savepoints;
    }

    /**
     * @param arguments a {@link LiveRequest} as JSON
     */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        // The answers are for the launcher: whatever else is printed goes to the log.
        System.setOut(System.err);
        int exitCode = 0;
        try (BufferedReader commands =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            LiveMain live = start(Json.read(arguments[0], LiveRequest.class));
            String command;
            while ((command = commands.readLine()) != null) {
                out.println(live.answer(command));
                out.flush();
            }
        } catch (Exception | LinkageError e) {
            e.printStackTrace(System.err);
            out.println(WorkerMain.FAILED + e.toString().replace('\n', ' '));
            out.flush();
            exitCode = 1;
        }
        // What is still open dies with the process.
        Runtime.getRuntime().halt(exitCode);
    }

    private static LiveMain start(LiveRequest request) throws Exception {
        Path folder = Path.of(request.folder());
        FlinkCluster cluster =
                FlinkCluster.start(
                        request.parallelism(), Files.createDirectories(folder.resolve("flink")));
        JobConfiguration configuration =
                JobEnvironment.configuration(
                        RunMode.LIVE,
                        request.kafka(),
                        request.elasticsearch(),
                        folder,
                        request.refreshInterval());
        if (request.variant() == Variant.JOB_ELASTICSEARCH) {
            JobEnvironment.emptyElasticsearch(request.elasticsearch(), configuration);
        }
        StreamExecutionEnvironment environment =
                JobEnvironment.of(configuration, request.parallelism());
        new JobVariants(environment, configuration, OffsetsInitializer.latest(), 1)
                .build(request.variant());
        return new LiveMain(
                cluster,
                cluster.submit(environment.getStreamGraph().getJobGraph()),
                folder.resolve("savepoints"));
    }

    private String answer(String command) throws Exception {
        switch (command) {
            case READ -> {
                requireRunning();
                return WorkerMain.RESULT + Meter.records();
            }
            case DOCUMENTS -> {
                requireRunning();
                return WorkerMain.RESULT + Meter.documents();
            }
            case PAUSE -> Gate.close();
            case RESUME -> {
                Meter.reset();
                Meter.begin();
                reading = Meter.reading();
                Gate.open();
            }
            case CHECKPOINT -> {
                cluster.checkpoint(job);
                return figures();
            }
            case STATE -> {
                return WorkerMain.RESULT + Json.write(cluster.stateSize(job, savepoints));
            }
            case FIGURES -> {
                return figures();
            }
            default -> throw new IllegalArgumentException(command);
        }
        return command;
    }

    /** The first answer is asked for before the job has started. */
    private void requireRunning() throws Exception {
        if (Meter.records() > 0 && !cluster.isRunning(job)) {
            throw new IllegalStateException("The job has ended: " + cluster.failure(job));
        }
    }

    private String figures() throws Exception {
        return WorkerMain.RESULT + Json.write(reading.result(cluster.checkpoints(job)));
    }
}
