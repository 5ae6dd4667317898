package vn.takedown.benchmarks.worker;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import vn.takedown.compliance.ComplianceJob;
import vn.takedown.compliance.config.JobConfiguration;
import vn.takedown.compliance.config.RunMode;
import vn.takedown.compliance.sink.elasticsearch.ElasticsearchSetup;
import vn.takedown.stack.client.ElasticsearchClient;

/** The job's own settings, and what its main method does with them before it wires. */
final class JobEnvironment {

    private JobEnvironment() {}

    static JobConfiguration configuration(
            RunMode mode, String kafka, String elasticsearch, Path folder, String refreshInterval) {
        return JobConfiguration.parse(
                "--mode",
                mode.name().toLowerCase(Locale.ROOT),
                "--kafka.bootstrap-servers",
                kafka,
                "--elasticsearch.hosts",
                elasticsearch,
                "--elasticsearch.replicas",
                "0",
                "--state.backend",
                "rocksdb",
                "--checkpoint.directory",
                folder.resolve("checkpoints").toUri().toString(),
                "--refresh-interval",
                refreshInterval);
    }

    static StreamExecutionEnvironment of(JobConfiguration configuration, int parallelism) {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(
                        ComplianceJob.flinkSettings(configuration));
        environment.setParallelism(parallelism);
        environment.setMaxParallelism(ComplianceJob.MAX_PARALLELISM);
        return environment;
    }

    static void emptyElasticsearch(String address, JobConfiguration configuration)
            throws IOException {
        new ElasticsearchClient(URI.create(address)).deleteIndices("takedown-");
        ElasticsearchSetup.apply(configuration.elasticsearch(), configuration.indexSettings());
    }
}
