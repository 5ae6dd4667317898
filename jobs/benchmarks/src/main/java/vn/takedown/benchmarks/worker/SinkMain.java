package vn.takedown.benchmarks.worker;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.JobID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import vn.takedown.benchmarks.run.Json;
import vn.takedown.benchmarks.run.RunResult;
import vn.takedown.benchmarks.run.SinkRequest;
import vn.takedown.benchmarks.run.SinkVariant;
import vn.takedown.compliance.config.JobConfiguration;
import vn.takedown.compliance.config.RunMode;
import vn.takedown.compliance.sink.elasticsearch.ElasticsearchSink;
import vn.takedown.compliance.sink.elasticsearch.ElasticsearchSinkConfig;

/** Does one measurement of the sink and tells it as {@link WorkerMain} does. */
public final class SinkMain {

    /** The settings of the job name a Kafka, which nothing here asks. */
    private static final String NO_KAFKA = "127.0.0.1:9";

    private static final int BATCH = 1_024;

    private final SinkRequest request;
    private final JobConfiguration configuration;

    private SinkMain(SinkRequest request) {
        this.request = request;
        this.configuration =
                JobEnvironment.configuration(
                        RunMode.BOUNDED,
                        NO_KAFKA,
                        request.address(),
                        Path.of(request.folder()),
                        "PT1H");
    }

    /**
     * @param arguments a {@link SinkRequest} as JSON
     */
    public static void main(String[] arguments) {
        WorkerMain.tellResult(
                () -> new SinkMain(Json.read(arguments[0], SinkRequest.class)).measure());
    }

    private RunResult measure() throws Exception {
        if (request.variant() == SinkVariant.BARE_LOADER) {
            ElasticsearchSinkConfig limits =
                    ElasticsearchSinkConfig.of(configuration.elasticsearch());
            try (BareLoader loader =
                    new BareLoader(
                            request.address(), limits.maxBatchSize(), limits.maxInFlight())) {
                return measure(loader::load);
            }
        }
        Path temporary = Files.createDirectories(Path.of(request.folder()).resolve("flink"));
        try (FlinkCluster cluster = FlinkCluster.start(1, temporary)) {
            return measure(documents -> runJob(cluster, documents));
        }
    }

    private interface Load {
        void write(long documents) throws Exception;
    }

    private RunResult measure(Load load) throws Exception {
        if (request.warmUp() > 0) {
            empty();
            load.write(request.warmUp());
        }
        empty();
        System.gc();
        Meter.reset();
        Meter.Reading reading = Meter.reading();
        load.write(request.documents());
        return reading.result(null).withDocuments(request.documents());
    }

    private void empty() throws Exception {
        if (request.variant() != SinkVariant.SINK_STUB) {
            JobEnvironment.emptyElasticsearch(request.address(), configuration);
        }
    }

    private void runJob(FlinkCluster cluster, long documents) throws Exception {
        StreamExecutionEnvironment environment = JobEnvironment.of(configuration, 1);
        environment
                .fromSequence(0, documents - 1)
                .map(new CountRead<Long>(BATCH))
                .returns(Long.class)
                .sinkTo(
                        new ElasticsearchSink<Long>(
                                ElasticsearchSinkConfig.of(configuration.elasticsearch()),
                                SmallDocuments::of))
                .uid("elasticsearch");
        JobID job = cluster.submit(environment.getStreamGraph().getJobGraph());
        cluster.awaitEnd(job);
    }
}
