package vn.takedown.compliance.simulation;

import static vn.takedown.compliance.simulation.PipelineSimulation.BOUND;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.takedown.compliance.CompliancePipeline;
import vn.takedown.compliance.config.AlertSettings;
import vn.takedown.compliance.config.TimeSettings;
import vn.takedown.compliance.document.DocumentEntries;
import vn.takedown.compliance.sink.elasticsearch.BulkEntry;
import vn.takedown.compliance.source.InputRecord;
import vn.takedown.compliance.source.RecordWatermarks;
import vn.takedown.model.oracle.Scenarios;
import vn.takedown.model.oracle.World;

/**
 * The real wiring on a real, if small, cluster: what the simulation repeats of it is proven here.
 */
class CompliancePipelineTest {

    @ParameterizedTest
    @CsvSource({"1,1", "2,1", "3,3", "4,3", "5,3", "6,3"})
    void theRealPipelineAgreesWithTheOracle(long seed, int parallelism) throws Exception {
        World world = Scenarios.world(seed);
        TopicContents topics = TopicContents.of(world, BOUND, seed);
        WrittenDocuments documents = new WrittenDocuments();
        Map<String, Long> counts = run(topics, parallelism, documents);

        Agreement.check(world, new PipelineSimulation.Outcome(topics, documents, counts, 0));
    }

    /** Returns what was counted. */
    private static Map<String, Long> run(
            TopicContents topics, int parallelism, WrittenDocuments documents) throws Exception {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(parallelism, settings);
        environment.setMaxParallelism(Stage.MAX_PARALLELISM);
        DataStream<InputRecord> records =
                environment.fromSource(
                        new PartitionSource(topics), new RecordWatermarks(BOUND, false), "records");
        TimeSettings times =
                new TimeSettings(
                        BOUND, PipelineSimulation.LATENESS, Duration.ofHours(1), null, true);
        CloseableIterator<BulkEntry> entries =
                CompliancePipeline.build(records, times, AlertSettings.DEFAULT, 2)
                        .entries(new DocumentEntries(1))
                        .collectAsync();
        JobClient job = environment.executeAsync();
        entries.forEachRemaining(documents::write);
        documents.flush();
        Map<String, Long> counts = new TreeMap<>();
        job.getJobExecutionResult()
                .get()
                .getAllAccumulatorResults()
                .forEach(
                        (name, count) -> {
                            if (count instanceof Long number) {
                                counts.put(name, number);
                            }
                        });
        return counts;
    }
}
