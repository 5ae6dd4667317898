package vn.takedown.benchmarks.worker;

import java.io.DataInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.CompletedCheckpointStats;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.executiongraph.ErrorInfo;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import vn.takedown.benchmarks.run.CheckpointFigures;
import vn.takedown.benchmarks.run.StateSize;

/** Flink in this process, with the memory that the goals are set for. */
final class FlinkCluster implements AutoCloseable {

    private static final MemorySize MANAGED = MemorySize.ofMebiBytes(1024);
    private static final MemorySize NETWORK = MemorySize.ofMebiBytes(64);

    private final MiniCluster cluster;

    private FlinkCluster(MiniCluster cluster) {
        this.cluster = cluster;
    }

    static FlinkCluster start(int slots, Path temporary) throws Exception {
        Configuration settings = new Configuration();
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK);
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK);
        settings.set(CoreOptions.TMP_DIRS, temporary.toString());
        MiniCluster cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(settings)
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(slots)
                                .withRandomPorts()
                                .build());
        cluster.start();
        return new FlinkCluster(cluster);
    }

    JobID submit(JobGraph graph) throws Exception {
        return cluster.submitJob(graph).get().getJobID();
    }

    /** Returns when the job has come to its end. */
    void awaitEnd(JobID job) throws Exception {
        cluster.requestJobResult(job)
                .get()
                .toJobExecutionResult(FlinkCluster.class.getClassLoader());
    }

    boolean isRunning(JobID job) throws Exception {
        return cluster.getJobStatus(job).get() == JobStatus.RUNNING;
    }

    /** What ended the job. */
    String failure(JobID job) throws Exception {
        ErrorInfo failure = cluster.getExecutionGraph(job).get().getFailureInfo();
        return failure == null ? "no failure is known" : failure.getExceptionAsString();
    }

    /** Returns when a checkpoint has been completed. */
    void checkpoint(JobID job) throws Exception {
        cluster.triggerCheckpoint(job).get();
    }

    /**
     * The size of a savepoint in the format that all state backends share: the live entries alone,
     * not compressed, timers included.
     */
    StateSize stateSize(JobID job, Path folder) throws Exception {
        String savepoint =
                cluster.triggerSavepoint(
                                job,
                                folder.toUri().toString(),
                                false,
                                SavepointFormatType.CANONICAL)
                        .get();
        Path metadata = Path.of(URI.create(savepoint)).resolve("_metadata");
        try (DataInputStream input = new DataInputStream(Files.newInputStream(metadata))) {
            Map<String, Long> bytes = new TreeMap<>();
            for (OperatorState operator :
                    Checkpoints.loadCheckpointMetadata(
                                    input, FlinkCluster.class.getClassLoader(), savepoint)
                            .getOperatorStates()) {
                bytes.put(operator.getOperatorUid().orElseThrow(), operator.getStateSize());
            }
            return new StateSize(bytes);
        }
    }

    CheckpointFigures checkpoints(JobID job) throws ExecutionException, InterruptedException {
        CheckpointStatsSnapshot snapshot =
                cluster.getExecutionGraph(job).get().getCheckpointStatsSnapshot();
        if (snapshot == null) {
            return null;
        }
        long completed = snapshot.getCounts().getNumberOfCompletedCheckpoints();
        long failed = snapshot.getCounts().getNumberOfFailedCheckpoints();
        CompletedCheckpointStats last = snapshot.getHistory().getLatestCompletedCheckpoint();
        if (last == null) {
            return new CheckpointFigures(completed, failed, null, null, null, null);
        }
        return new CheckpointFigures(
                completed,
                failed,
                last.getStateSize(),
                last.getCheckpointedSize(),
                snapshot.getSummaryStats().getEndToEndDurationStats().getQuantile(0.5),
                snapshot.getSummaryStats().getEndToEndDurationStats().getMaximum());
    }

    @Override
    public void close() {
        cluster.closeAsync().join();
    }
}
