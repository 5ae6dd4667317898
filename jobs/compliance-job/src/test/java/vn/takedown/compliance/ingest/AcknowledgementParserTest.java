package vn.takedown.compliance.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.ingest.Parsing.assertRejected;
import static vn.takedown.compliance.ingest.Parsing.parsed;
import static vn.takedown.compliance.ingest.Records.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.AcknowledgementType;

class AcknowledgementParserTest {

    private final AcknowledgementParser parser = new AcknowledgementParser();

    private static Acknowledgement expected(AcknowledgementType type, String reason) {
        return new Acknowledgement(
                "e-2", Records.NOON, type, "r-1", "i-1", "p-1", Records.KEY, reason);
    }

    @ParameterizedTest
    @EnumSource
    void everyAnswerIsRead(AcknowledgementType type) {
        assertThat(parsed(parser, Records.updated(type.name())))
                .isEqualTo(expected(type, "appeal"));
    }

    @Test
    void reasonMayBeAbsentButIsAlwaysChecked() {
        assertThat(parsed(parser, with(Records.acknowledgement(), "reason", null)))
                .isEqualTo(expected(AcknowledgementType.CLAIMED_DONE, null));
        assertThat(parsed(parser, with(Records.acknowledgement(), "reason", "\"\"")))
                .isEqualTo(expected(AcknowledgementType.CLAIMED_DONE, ""));
        assertRejected(
                parser,
                with(Records.acknowledgement(), "reason", "[]"),
                RejectionReason.WRONG_TYPE,
                "reason must be a string");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event_id",
                "occurred_at",
                "event_type",
                "request_id",
                "item_id",
                "provider_id",
                "target_key"
            })
    void eachRequiredFieldIsNeeded(String field) {
        assertRejected(
                parser,
                with(Records.acknowledgement(), field, null),
                RejectionReason.MISSING_FIELD,
                field + " is required");
    }

    @Test
    void aRequestsEventTypeIsUnknownHere() {
        assertRejected(
                parser, Records.updated("DELIVERED"), RejectionReason.UNKNOWN_VALUE, "event_type ");
    }
}
