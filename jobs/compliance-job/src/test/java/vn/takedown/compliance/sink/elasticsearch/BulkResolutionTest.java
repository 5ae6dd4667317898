package vn.takedown.compliance.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BulkResolutionTest {

    private static final BulkEntry FIRST = Entries.entry("a", 1);
    private static final BulkEntry SECOND = Entries.entry("b", 2);
    private static final BulkEntry THIRD = Entries.entry("c", 3);
    private static final List<BulkEntry> ALL = List.of(FIRST, SECOND, THIRD);

    @Test
    void onlyTheFailedItemsOfAPartialReplyAreSentAgain() {
        BulkResolution resolution =
                partial(
                        new BulkReply.Item(201, ""),
                        new BulkReply.Item(429, "es_rejected_execution_exception"),
                        new BulkReply.Item(409, "version_conflict_engine_exception"));

        assertThat(resolution.retry()).containsExactly(SECOND);
        assertThat(resolution.slow()).isFalse();
        assertThat(resolution.rejected()).isEmpty();
        assertThat(resolution.counts())
                .isEqualTo(
                        Map.of(
                                BulkOutcome.INDEXED, 1,
                                BulkOutcome.REJECTED, 1,
                                BulkOutcome.STALE, 1));
    }

    @Test
    void aPoisonDocumentIsRejectedWithItsErrorType() {
        BulkResolution resolution =
                partial(
                        new BulkReply.Item(400, "strict_dynamic_mapping_exception"),
                        new BulkReply.Item(201, ""),
                        new BulkReply.Item(403, "cluster_block_exception"));

        assertThat(resolution.rejected())
                .containsExactly(
                        new BulkResolution.Rejected(
                                FIRST, "strict_dynamic_mapping_exception", true));
        assertThat(resolution.retry()).containsExactly(THIRD);
        assertThat(resolution.slow()).isTrue();
    }

    @Test
    void aMissingAliasFailsTheJobAndNamesIt() {
        BulkResolution resolution =
                partial(
                        new BulkReply.Item(201, ""),
                        new BulkReply.Item(404, "index_not_found_exception"),
                        new BulkReply.Item(201, ""));

        assertThat(resolution.failure())
                .isEqualTo(
                        "Elasticsearch cannot be written to: missing_index"
                                + " (index_not_found_exception) for alias takedown-cases");
    }

    @Test
    void aReplyWithAnItemTooFewIsNoReply() {
        BulkResolution resolution = partial(new BulkReply.Item(201, ""));

        assertThat(resolution.retry()).containsExactlyElementsOf(ALL);
        assertThat(resolution.counts()).isEqualTo(Map.of(BulkOutcome.UNAVAILABLE, 3));
    }

    @Test
    void aLostConnectionRetriesEverything() {
        BulkResolution resolution =
                BulkResolution.of(ALL, new BulkReply.Failed(new IOException("reset")));

        assertThat(resolution.retry()).containsExactlyElementsOf(ALL);
        assertThat(resolution.failure()).isNull();
    }

    @Test
    void aRequestTooLargeIsSplitAndASingleOneRejectedWithoutItsBytes() {
        BulkReply refused = new BulkReply.Refused(413, "");

        assertThat(BulkResolution.of(ALL, refused).split()).containsExactlyElementsOf(ALL);
        assertThat(BulkResolution.of(List.of(FIRST), refused).rejected())
                .containsExactly(new BulkResolution.Rejected(FIRST, "http_413", false));
    }

    @Test
    void aMalformedRequestIsSplitUntilTheGuiltyDocumentIsAlone() {
        BulkReply refused = new BulkReply.Refused(400, "illegal_argument_exception");

        assertThat(BulkResolution.of(ALL, refused).split()).containsExactlyElementsOf(ALL);
        assertThat(BulkResolution.of(List.of(FIRST), refused).rejected())
                .containsExactly(
                        new BulkResolution.Rejected(FIRST, "illegal_argument_exception", true));
    }

    @Test
    void aDeadLetterRefusedAsMalformedFailsTheJob() {
        BulkEntry deadLetter = Entries.entry("takedown-dead-letters", "x", 1);

        BulkResolution resolution =
                BulkResolution.of(List.of(deadLetter), new BulkReply.Refused(400, ""));

        assertThat(resolution.failure()).contains("unusable (http_400)");
        assertThat(resolution.rejected()).isEmpty();
    }

    private static BulkResolution partial(BulkReply.Item... items) {
        return BulkResolution.of(ALL, new BulkReply.Partial(List.of(items)));
    }
}
