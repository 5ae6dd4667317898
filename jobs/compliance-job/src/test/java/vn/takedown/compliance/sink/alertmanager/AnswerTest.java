package vn.takedown.compliance.sink.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {

    @ParameterizedTest
    @CsvSource({
        "200, ACCEPTED",
        "202, ACCEPTED",
        "204, ACCEPTED",
        "301, REFUSED",
        "400, INVALID",
        "401, REFUSED",
        "403, REFUSED",
        "404, REFUSED",
        "408, UNAVAILABLE",
        "413, REFUSED",
        "422, REFUSED",
        "429, UNAVAILABLE",
        "500, UNAVAILABLE",
        "502, UNAVAILABLE",
        "503, UNAVAILABLE",
        "504, UNAVAILABLE"
    })
    void aStatusMeansWhatTheTableSays(int status, Answer meaning) {
        assertThat(Answer.of(status)).isEqualTo(meaning);
    }

    @Test
    void noAnswerMeansThatItIsUnavailable() {
        assertThat(Answer.of(null)).isEqualTo(Answer.UNAVAILABLE);
    }

    @Test
    void onlyWhatMayStillBeTakenIsSentAgain() {
        assertThat(Answer.values())
                .filteredOn(Answer::retried)
                .containsExactlyInAnyOrder(Answer.REFUSED, Answer.UNAVAILABLE);
    }
}
