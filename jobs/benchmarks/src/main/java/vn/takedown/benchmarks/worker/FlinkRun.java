package vn.takedown.benchmarks.worker;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.common.TopicPartition;
import vn.takedown.benchmarks.run.RunRequest;
import vn.takedown.benchmarks.run.RunResult;
import vn.takedown.benchmarks.run.Variant;
import vn.takedown.compliance.ComplianceJob;
import vn.takedown.compliance.config.JobConfiguration;
import vn.takedown.compliance.sink.elasticsearch.ElasticsearchSetup;
import vn.takedown.stack.client.ElasticsearchClient;

/** Runs a Flink variant to the end of what the topics hold. */
final class FlinkRun implements Measurement {

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
        JobConfiguration configuration = configuration(folder);
        if (request.variant() == Variant.JOB_ELASTICSEARCH) {
            new ElasticsearchClient(URI.create(request.elasticsearch())).deleteIndices("takedown-");
            ElasticsearchSetup.apply(configuration.elasticsearch(), configuration.indexSettings());
        }
        Configuration settings = ComplianceJob.flinkSettings(configuration);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(settings);
        environment.setParallelism(request.parallelism());
        environment.setMaxParallelism(ComplianceJob.MAX_PARALLELISM);
        new JobVariants(environment, configuration, ends).build(request.variant());

        Meter.Reading reading = Meter.reading();
        JobID job = cluster.submit(environment.getStreamGraph().getJobGraph());
        cluster.awaitEnd(job);
        long end = System.nanoTime();
        return reading.result(end, cluster.checkpoints(job));
    }

    private JobConfiguration configuration(Path folder) {
        return JobConfiguration.parse(
                "--mode",
                "bounded",
                "--kafka.bootstrap-servers",
                request.kafka(),
                "--elasticsearch.hosts",
                request.elasticsearch(),
                "--elasticsearch.replicas",
                "0",
                "--state.backend",
                "rocksdb",
                "--checkpoint.directory",
                folder.resolve("checkpoints").toUri().toString(),
                "--refresh-interval",
                request.refreshInterval());
    }

    @Override
    public void close() {
        cluster.close();
    }
}
