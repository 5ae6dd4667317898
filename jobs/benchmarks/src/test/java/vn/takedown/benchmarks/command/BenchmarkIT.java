package vn.takedown.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.takedown.benchmarks.run.Variant;
import vn.takedown.stack.server.PostgresqlProgram;

/** One tiny run of everything, so that the benchmarks cannot rot. Its rates mean nothing. */
class BenchmarkIT {

    private static final List<String> FIGURES =
            List.of(
                    "raw_per_second",
                    "parse_per_second",
                    "job_counting_per_second",
                    "job_elasticsearch_per_second",
                    "kafka_streams_per_second",
                    "ratio_counting",
                    "ratio_elasticsearch",
                    "ratio_peer",
                    "sink_stub_per_second",
                    "sink_elasticsearch_per_second",
                    "bare_loader_per_second",
                    "ratio_sink");

    private static final List<String> OF_POSTGRESQL =
            List.of(
                    "postgresql_per_second",
                    "postgresql_load_seconds",
                    "postgresql_compute_seconds",
                    "ratio_postgresql");

    @TempDir private Path folder;

    @Test
    void everyVariantReadsEveryRecord() throws IOException {
        Path figures = folder.resolve("figures.json");

        int exitCode =
                BenchCommand.run(
                        "--events",
                        "20000",
                        "--runs",
                        "1",
                        "--warm-up",
                        "0",
                        "--variants",
                        String.join(",", variants()),
                        "--sink",
                        "--sink-documents",
                        "2000",
                        "--output",
                        figures.toString(),
                        "--state-dir",
                        folder.resolve("state").toString());

        assertThat(exitCode).isZero();
        JsonNode json = new ObjectMapper().readTree(figures.toFile());
        assertThat(json.path("errors")).isEmpty();
        for (String figure : OF_POSTGRESQL) {
            assertThat(json.path(figure).asDouble() > 0).as(figure).isEqualTo(isInstalled());
        }
        for (String figure : FIGURES) {
            assertThat(json.path(figure).asDouble()).as(figure).isPositive();
        }
        for (JsonNode run : json.path("runs")) {
            // Only the peer reads the reference data elsewhere: 40 providers and 2 policies.
            long reference = run.path("variant").asText().equals("KAFKA_STREAMS") ? 42 : 0;
            assertThat(run.path("result").path("records").asLong() + reference)
                    .as(run.path("variant").asText())
                    .isEqualTo(json.path("records").asLong());
        }
    }

    private static List<String> variants() {
        return Stream.of(Variant.values())
                .filter(variant -> variant != Variant.POSTGRESQL || isInstalled())
                .map(Variant::name)
                .toList();
    }

    private static boolean isInstalled() {
        return PostgresqlProgram.missing().isEmpty();
    }
}
