package vn.takedown.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                    "ratio_peer");

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
                        "--output",
                        figures.toString(),
                        "--state-dir",
                        folder.resolve("state").toString());

        assertThat(exitCode).isZero();
        JsonNode json = new ObjectMapper().readTree(figures.toFile());
        assertThat(json.path("errors")).isEmpty();
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
}
