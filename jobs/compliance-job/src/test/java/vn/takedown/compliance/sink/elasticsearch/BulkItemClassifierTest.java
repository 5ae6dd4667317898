package vn.takedown.compliance.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BulkItemClassifierTest {

    @ParameterizedTest
    @CsvSource({
        "200, '', INDEXED",
        "201, '', INDEXED",
        "409, version_conflict_engine_exception, STALE",
        "429, es_rejected_execution_exception, REJECTED",
        "429, circuit_breaking_exception, CIRCUIT_BREAKER",
        "429, cluster_block_exception, CLUSTER_BLOCK",
        "403, cluster_block_exception, CLUSTER_BLOCK",
        "400, index_closed_exception, CLUSTER_BLOCK",
        "503, unavailable_shards_exception, UNAVAILABLE",
        "503, cluster_block_exception, CLUSTER_BLOCK",
        "500, null_pointer_exception, UNAVAILABLE",
        "408, process_cluster_event_timeout_exception, TIMEOUT",
        "400, strict_dynamic_mapping_exception, POISON",
        "400, document_parsing_exception, POISON",
        "400, mapper_parsing_exception, POISON",
        "400, illegal_argument_exception, POISON",
        "422, unknown, POISON",
        "404, index_not_found_exception, MISSING_INDEX",
        "401, security_exception, FORBIDDEN",
        "403, security_exception, FORBIDDEN",
    })
    void anItemMeansWhatItsStatusAndErrorTypeSay(int status, String type, BulkOutcome expected) {
        assertThat(BulkItemClassifier.ofItem(status, type)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "429, es_rejected_execution_exception, REJECTED",
        "429, '', REJECTED",
        "429, circuit_breaking_exception, CIRCUIT_BREAKER",
        "429, cluster_block_exception, CLUSTER_BLOCK",
        "502, '', UNAVAILABLE",
        "503, '', UNAVAILABLE",
        "504, '', UNAVAILABLE",
        "408, '', TIMEOUT",
        "413, '', TOO_LARGE",
        "400, action_request_validation_exception, MALFORMED_REQUEST",
        "401, security_exception, FORBIDDEN",
        "403, security_exception, FORBIDDEN",
        "404, '', MISSING_INDEX",
        "301, '', UNUSABLE",
        "405, '', UNUSABLE",
        "406, media_type_header_exception, UNUSABLE",
    })
    void aRefusalMeansWhatItsStatusAndErrorTypeSay(int status, String type, BulkOutcome expected) {
        assertThat(BulkItemClassifier.ofRequest(status, type)).isEqualTo(expected);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new SocketTimeoutException("late"), BulkOutcome.TIMEOUT),
                Arguments.of(new TimeoutException("late"), BulkOutcome.TIMEOUT),
                Arguments.of(new ConnectException("refused"), BulkOutcome.CONNECTION_LOST),
                Arguments.of(new IOException("reset by peer"), BulkOutcome.CONNECTION_LOST),
                Arguments.of(
                        new RuntimeException(new IOException("wrapped")),
                        BulkOutcome.CONNECTION_LOST),
                Arguments.of(new SSLHandshakeException("unknown issuer"), BulkOutcome.UNUSABLE),
                Arguments.of(new IllegalStateException("reactor stopped"), BulkOutcome.UNUSABLE));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anExceptionMeansWhatItsKindSays(Exception failure, BulkOutcome expected) {
        assertThat(BulkItemClassifier.ofException(failure)).isEqualTo(expected);
    }

    @Test
    void onlyWhatAPersonMustRepairIsRetriedSlowly() {
        assertThat(BulkOutcome.values())
                .filteredOn(outcome -> outcome.decision() == BulkOutcome.Decision.RETRY_SLOWLY)
                .containsExactlyInAnyOrder(BulkOutcome.CIRCUIT_BREAKER, BulkOutcome.CLUSTER_BLOCK);
    }
}
