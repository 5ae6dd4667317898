package vn.takedown.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.takedown.compliance.config.JobConfiguration;

/** What must hold of the whole job, so that a savepoint of today can be read tomorrow. */
class JobGraphTest {

    @ParameterizedTest
    @ValueSource(strings = {"live", "bounded"})
    void everyOperatorHasAUidOfItsOwn(String mode) {
        StreamGraph graph = environment(mode).getStreamGraph();
        List<String> uids = new ArrayList<>();
        for (StreamNode node : graph.getStreamNodes()) {
            assertThat(node.getTransformationUID())
                    .as("uid of operator %s", node.getOperatorName())
                    .isNotNull();
            uids.add(node.getTransformationUID());
        }
        assertThat(uids).doesNotHaveDuplicates().hasSizeGreaterThan(10);
    }

    /** Flink refuses to make up a uid, and to serialize by Kryo, when it plans the job. */
    @ParameterizedTest
    @ValueSource(strings = {"live", "bounded"})
    void theJobIsPlannedWithoutMadeUpUidsAndGenericTypes(String mode) {
        StreamExecutionEnvironment environment = environment(mode);
        environment.configure(new Configuration().set(PipelineOptions.AUTO_GENERATE_UIDS, false));
        assertThat(environment.getConfig().getSerializerConfig().hasGenericTypesDisabled())
                .isTrue();
        assertThat(environment.getStreamGraph().getJobGraph().getVerticesAsArray()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "bounded"})
    void objectsAreReused(String mode) {
        assertThat(environment(mode).getConfig().isObjectReuseEnabled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "bounded"})
    void stateIsCutInto128KeyGroups(String mode) {
        StreamExecutionEnvironment environment = environment(mode);
        assertThat(environment.getMaxParallelism()).isEqualTo(128);
        environment
                .getStreamGraph()
                .getJobGraph()
                .getVertices()
                .forEach(
                        vertex ->
                                assertThat(vertex.getMaxParallelism())
                                        .as(vertex.getName())
                                        .isEqualTo(128));
    }

    /** Nothing is connected to: planning only builds descriptions. */
    private static StreamExecutionEnvironment environment(String mode) {
        return ComplianceJob.environment(
                JobConfiguration.parse(
                        "--kafka.bootstrap-servers",
                        "nowhere:9092",
                        "--elasticsearch.hosts",
                        "http://nowhere:9200",
                        "--mode",
                        mode));
    }
}
