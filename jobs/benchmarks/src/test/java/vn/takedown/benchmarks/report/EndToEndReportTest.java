package vn.takedown.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.takedown.benchmarks.run.CheckpointFigures;
import vn.takedown.benchmarks.run.Json;
import vn.takedown.benchmarks.run.RunResult;
import vn.takedown.benchmarks.run.Variant;

class EndToEndReportTest {

    private static final List<String> FIGURES =
            List.of(
                    "raw_per_second",
                    "parse_per_second",
                    "job_counting_per_second",
                    "job_elasticsearch_per_second",
                    "kafka_streams_per_second",
                    "ratio_counting",
                    "shuffle_per_second",
                    "ratio_shuffle",
                    "ratio_elasticsearch",
                    "ratio_peer",
                    "postgresql_per_second",
                    "postgresql_load_seconds",
                    "postgresql_compute_seconds",
                    "ratio_postgresql");

    private final Measurements measurements = new Measurements();

    @Test
    void everyFigureIsAMedianWithItsLeastAndGreatest() {
        for (Variant variant : Variant.values()) {
            measurements.add(variant, 1, result(1));
            measurements.add(variant, 2, result(4));
            measurements.add(variant, 3, result(2));
        }

        ObjectNode json = json();

        for (String figure : FIGURES) {
            assertThat(json.path(figure).isNumber()).as(figure).isTrue();
            assertThat(json.path(figure + "_min").isNumber()).as(figure).isTrue();
            assertThat(json.path(figure + "_max").isNumber()).as(figure).isTrue();
        }
        assertThat(json.path("raw_per_second").asDouble()).isEqualTo(500);
        assertThat(json.path("raw_per_second_min").asDouble()).isEqualTo(250);
        assertThat(json.path("raw_per_second_max").asDouble()).isEqualTo(1_000);
        assertThat(json.path("raw_per_second_per_core").asDouble()).isEqualTo(250);
        assertThat(json.path("runs")).hasSize(21);
    }

    @Test
    void ratiosCompareRunsOfTheSameRound() {
        measurements.add(Variant.RAW, 1, result(1));
        measurements.add(Variant.RAW, 2, result(2));
        measurements.add(Variant.JOB_COUNTING, 1, result(2));
        measurements.add(Variant.JOB_COUNTING, 2, result(4));

        ObjectNode json = json();

        assertThat(json.path("ratio_counting_min").asDouble()).isEqualTo(0.5, within(1e-9));
        assertThat(json.path("ratio_counting_max").asDouble()).isEqualTo(0.5, within(1e-9));
    }

    @Test
    void aVariantThatFailedOnceIsNullAndItsErrorIsTold() {
        measurements.add(Variant.RAW, 1, result(1));
        measurements.add(Variant.JOB_ELASTICSEARCH, 1, result(1));
        measurements.fail(Variant.JOB_ELASTICSEARCH, "the disk is full");

        ObjectNode json = json();

        assertThat(json.path("job_elasticsearch_per_second").isNull()).isTrue();
        assertThat(json.path("ratio_elasticsearch").isNull()).isTrue();
        assertThat(json.path("errors").path("job_elasticsearch").asText())
                .isEqualTo("the disk is full");
        assertThat(json.path("raw_per_second").isNumber()).isTrue();
    }

    @Test
    void stateIsToldPerKeyWhereACheckpointWasCompleted() {
        measurements.add(Variant.JOB_COUNTING, 1, result(1));

        ObjectNode json = json();

        assertThat(json.path("job_counting_state_bytes_per_key").asDouble()).isEqualTo(250);
        assertThat(json.path("job_elasticsearch_state_bytes_per_key").isNull()).isTrue();
    }

    @Test
    void whatPostgresqlTakesIsToldForLoadingAndForComputing() {
        RunResult slow = new RunResult(1_000, 10, 4, 10, 1, 0.1, 1, null);
        measurements.add(Variant.POSTGRESQL, 1, slow);
        measurements.add(Variant.JOB_COUNTING, 1, result(2));

        ObjectNode json = json();

        assertThat(json.path("postgresql_load_seconds").asDouble()).isEqualTo(4);
        assertThat(json.path("postgresql_compute_seconds").asDouble()).isEqualTo(6);
        assertThat(json.path("ratio_postgresql").asDouble()).isEqualTo(5, within(1e-9));
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(new Spread(2.5, 1, 4));
        assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTableNamesEveryVariantAndWhyOneFailed() {
        measurements.add(Variant.RAW, 1, result(1));
        measurements.fail(Variant.KAFKA_STREAMS, "no broker");

        assertThat(new ResultTable(measurements, 2).lines())
                .anyMatch(line -> line.startsWith("raw "))
                .contains("kafka_streams failed: no broker");
    }

    private ObjectNode json() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        new EndToEndReport(measurements, 2, 4).writeTo(json);
        return json;
    }

    private static RunResult result(double seconds) {
        return new RunResult(
                1_000,
                seconds,
                seconds,
                10,
                seconds,
                0.1,
                1,
                new CheckpointFigures(1, 0, 1_000L, 500L, 20.0, 20L));
    }
}
