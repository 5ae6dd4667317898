package vn.takedown.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    @ParameterizedTest
    @CsvSource({
        // Newcombe, Statistics in Medicine 17 (1998), table I, method 3
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "0, 20, 0.0000, 0.1611",
        "1, 29, 0.0061, 0.1718",
    })
    void wilsonsIntervalIsThePublishedOne(long part, long whole, double low, double high) {
        assertThat(Proportion.interval(part, whole).getLowerBound()).isCloseTo(low, within(5e-5));
        assertThat(Proportion.interval(part, whole).getUpperBound()).isCloseTo(high, within(5e-5));
    }
}
