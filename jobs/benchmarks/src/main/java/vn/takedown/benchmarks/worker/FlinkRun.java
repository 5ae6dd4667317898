package vn.takedown.benchmarks.worker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.common.TopicPartition;
import vn.takedown.benchmarks.run.RunRequest;
import vn.takedown.benchmarks.run.RunResult;
import vn.takedown.benchmarks.run.Variant;
import vn.takedown.compliance.config.JobConfiguration;
import vn.takedown.compliance.config.RunMode;

/** Runs a Flink variant to the end of what the topics hold. */
final class FlinkRun implements Measurement {

    private static final int BATCH = 1_024;

    private final RunRequest request;
    private final FlinkCluster cluster;

    FlinkRun(RunRequest request) throws Exception {
        this.request = request;
        Path temporary = Files.createDirectories(Path.of(request.folder()).resolve("flink"));
        this.cluster = FlinkCluster.start(request.parallelism(), temporary);
    }

    @Override
    public RunResult run(String name, Map<TopicPartition, Long> ends) throws Exception {
        Path folder = Path.of(request.folder()).resolve(name);
        JobConfiguration configuration =
                JobEnvironment.configuration(
                        RunMode.BOUNDED,
                        request.kafka(),
                        request.elasticsearch(),
                        folder,
                        request.refreshInterval());
        if (request.variant() == Variant.JOB_ELASTICSEARCH) {
            JobEnvironment.emptyElasticsearch(request.elasticsearch(), configuration);
        }
        StreamExecutionEnvironment environment =
                JobEnvironment.of(configuration, request.parallelism());
        new JobVariants(environment, configuration, OffsetsInitializer.offsets(ends), BATCH)
                .build(request.variant());

        Meter.Reading reading = Meter.reading();
        JobID job = cluster.submit(environment.getStreamGraph().getJobGraph());
        cluster.awaitEnd(job);
        long end = System.nanoTime();
        return reading.result(end, cluster.checkpoints(job));
    }

    @Override
    public void close() {
        cluster.close();
    }
}
