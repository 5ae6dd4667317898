package vn.takedown.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void aPercentileIsTheNearestRank() {
        List<Long> values = LongStream.rangeClosed(1, 200).boxed().toList();

        assertThat(Percentiles.of(values, 50)).isEqualTo(100);
        assertThat(Percentiles.of(values, 99)).isEqualTo(198);
        assertThat(Percentiles.of(List.of(7L), 99)).isEqualTo(7);
    }
}
