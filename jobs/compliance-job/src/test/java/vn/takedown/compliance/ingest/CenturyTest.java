package vn.takedown.compliance.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.ingest.Parsing.assertRejected;
import static vn.takedown.compliance.ingest.Parsing.parsed;
import static vn.takedown.compliance.ingest.Records.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.takedown.model.cohort.Period;
import vn.takedown.model.event.TakedownEvent;

/** Contract section 6, item 1: {@code occurred_at} lies in the years 2000 to 2099. */
class CenturyTest {

    private record Topic(RecordParser<TakedownEvent> parser, ObjectNode record) {}

    private static final List<Topic> TOPICS =
            List.of(
                    new Topic(new RequestParser(), Records.issued()),
                    new Topic(new RequestParser(), Records.updated("DELIVERED")),
                    new Topic(new AcknowledgementParser(), Records.acknowledgement()),
                    new Topic(new ObservationParser(), Records.observation()),
                    new Topic(new ObservationParser(), Records.heartbeat()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00.000Z",
                "1900-01-01T00:00:00.000Z",
                "1969-12-31T23:59:59.999Z",
                "1970-01-01T00:00:00.000Z",
                "1999-12-31T23:59:59.999Z",
                "2100-01-01T00:00:00.000Z",
                "2262-04-12T00:00:00.000Z",
                "9999-12-31T23:59:59.999Z",
            })
    void anInstantOfAnotherCenturyIsRejectedByNameOnEveryTopic(String instant) {
        for (Topic topic : TOPICS) {
            assertRejected(
                    topic.parser(),
                    with(topic.record(), "occurred_at", "\"" + instant + "\""),
                    RejectionReason.INVALID_INSTANT,
                    "occurred_at must be an instant YYYY-MM-DDTHH:MM:SS.mmmZ of the years 2000 to"
                            + " 2099");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2000-01-01T00:00:00.000Z",
                "2026-01-31T16:59:59.999Z",
                "2026-01-31T17:00:00.000Z",
                "2026-12-31T17:00:00.000Z",
                "2028-02-29T16:59:59.999Z",
                "2099-12-31T23:59:59.999Z",
            })
    void everyInstantOfTheCenturyIsRead(String instant) {
        for (Topic topic : TOPICS) {
            TakedownEvent event =
                    parsed(
                            topic.parser(),
                            with(topic.record(), "occurred_at", "\"" + instant + "\""));
            assertThat(event.occurredAt()).isEqualTo(Instant.parse(instant).toEpochMilli());
            assertThat(Period.DAY.startOf(event.occurredAt())).hasSize(10);
        }
    }
}
