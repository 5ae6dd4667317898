package vn.takedown.compliance.source;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.event.Envelopes.hour;
import static vn.takedown.compliance.event.Envelopes.issued;
import static vn.takedown.compliance.event.Envelopes.seen;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.takedown.compliance.Counts;
import vn.takedown.compliance.config.TimeSettings;
import vn.takedown.compliance.document.DeadLetter;
import vn.takedown.compliance.document.PolicyDocument;
import vn.takedown.compliance.event.EventEnvelope;
import vn.takedown.compliance.event.EventEnvelopeType;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.compliance.event.RecordOrigin;
import vn.takedown.compliance.ingest.RejectionReason;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.TakedownEvent;

class IngestRecordsTest {

    private OneInputStreamOperatorTestHarness<InputRecord, EventEnvelope> operator;

    @BeforeEach
    void start() throws Exception {
        operator = operator(null);
    }

    @AfterEach
    void stop() throws Exception {
        operator.close();
    }

    private static OneInputStreamOperatorTestHarness<InputRecord, EventEnvelope> operator(
            OperatorSubtaskState state) throws Exception {
        OneInputStreamOperatorTestHarness<InputRecord, EventEnvelope> operator =
                new OneInputStreamOperatorTestHarness<>(
                        new ProcessOperator<>(new IngestRecords(TimeSettings.DEFAULT)));
        operator.setup(EventEnvelopeType.INSTANCE.createSerializer(null));
        if (state != null) {
            operator.initializeState(state);
        }
        operator.open();
        return operator;
    }

    private void restart() throws Exception {
        OperatorSubtaskState state = operator.snapshot(1, 1);
        operator.close();
        operator = operator(state);
    }

    @Test
    void anEventGoesOnWithThePlaceItCameFrom() throws Exception {
        read(InputRecords.of(InputTopic.REQUESTS, 2, 7, issued("id", 0, "item").event()));

        EventEnvelope envelope = operator.extractOutputValues().get(0);
        assertThat(envelope.event()).isEqualTo(issued("id", 0, "item").event());
        assertThat(envelope.origin()).isEqualTo(new RecordOrigin(InputTopic.REQUESTS, 2, 7));
        assertThat(envelope.late()).isFalse();
    }

    @Test
    void aDeadLetterKeepsTopicPartitionOffsetAndBytes() throws Exception {
        byte[] noUtf8 = {'{', (byte) 0xff, 0, '}'};
        read(InputRecords.of(InputTopic.OBSERVATIONS, 3, 41, noUtf8));

        assertThat(operator.extractOutputValues()).isEmpty();
        DeadLetter letter = side(IngestRecords.DEAD_LETTERS).get(0);
        assertThat(letter.id()).isEqualTo("takedown.observations.v1|3|41");
        assertThat(letter.reason()).isEqualTo(RejectionReason.INVALID_UTF8);
        assertThat(letter.originalBytes()).isEqualTo(noUtf8);
        assertThat(letter.recordKey()).isEqualTo("key".getBytes());
        assertThat(letter.firstSeen()).isEqualTo(1041);
    }

    @Test
    void aHeartbeatIsToldToAllAndIsNoEvent() throws Exception {
        read(InputRecords.of(InputTopic.REQUESTS, 0, 0, new Heartbeat("id", hour(1))));

        assertThat(operator.extractOutputValues()).isEmpty();
        assertThat(side(IngestRecords.REFERENCE_UPDATES))
                .containsExactly(ReferenceUpdate.heartbeat(hour(1)));
    }

    @Test
    void aRecordWithoutValueDeletesAProvider() throws Exception {
        read(InputRecords.of(InputTopic.PROVIDERS, 0, 0, (byte[]) null));

        assertThat(side(IngestRecords.REFERENCE_UPDATES))
                .containsExactly(
                        new ReferenceUpdate(ReferenceUpdate.Kind.PROVIDER, "key", null, 0));
        assertThat(Counts.of(operator)).isEqualTo(Map.of("records.takedown.providers.v1.read", 1L));
    }

    @Test
    void aPolicyIsShownAndSoIsItsDeletion() throws Exception {
        read(
                InputRecords.of(
                        InputTopic.POLICIES,
                        0,
                        4,
                        """
                        {"schema_version":1,"policy_id":"removal","version":2,"priority":1,
                         "effective_from":"2026-01-01T00:00:00.000Z","legal_basis":"basis",
                         "match":{},"clock":{"start":"ISSUED","duration":"PT24H"}}"""));
        InputRecord deletion = InputRecords.of(InputTopic.POLICIES, 0, 5, (byte[]) null);
        deletion.key = "removal|2".getBytes(StandardCharsets.UTF_8);
        read(deletion);

        assertThat(side(IngestRecords.POLICIES))
                .containsExactly(
                        new PolicyDocument(
                                "removal", 2, 1_767_225_600_000L, null, "basis", 86_400_000L, 4),
                        PolicyDocument.deleted("removal", 2, 5));
    }

    @Test
    void countsSurviveARestart() throws Exception {
        read(InputRecords.of(InputTopic.REQUESTS, 0, 0, issued("id", 0, "item").event()));
        read(InputRecords.of(InputTopic.REQUESTS, 0, 1, "{"));
        restart();
        read(InputRecords.of(InputTopic.REQUESTS, 0, 2, "{"));
        read(InputRecords.of(InputTopic.REQUESTS, 0, 3, new Heartbeat("id", hour(1))));

        assertThat(Counts.of(operator))
                .isEqualTo(
                        Map.of(
                                "records.takedown.requests.v1.read", 4L,
                                "records.takedown.requests.v1.heartbeat", 1L,
                                "records.takedown.requests.v1.dead_letter.NOT_JSON", 2L));
    }

    @Test
    void whatAPartitionHasPromisedIsKeptOverARestart() throws Exception {
        read(InputRecords.of(InputTopic.OBSERVATIONS, 0, 0, new Heartbeat("id", hour(2))));
        restart();
        read(InputRecords.of(InputTopic.OBSERVATIONS, 0, 1, up("on the same", 1)));
        read(InputRecords.of(InputTopic.OBSERVATIONS, 1, 0, up("on another", 1)));

        assertThat(operator.extractOutputValues())
                .extracting(EventEnvelope::late)
                .containsExactly(true, false);
    }

    @Test
    void disorderWithinTheBoundIsNotLate() throws Exception {
        double bound = 30.0 / 3600;
        read(InputRecords.of(InputTopic.OBSERVATIONS, 0, 0, up("first", 1)));
        read(InputRecords.of(InputTopic.OBSERVATIONS, 0, 1, up("at the bound", 1 - bound)));
        read(InputRecords.of(InputTopic.OBSERVATIONS, 0, 2, up("beyond", 1 - 2 * bound)));

        assertThat(operator.extractOutputValues())
                .extracting(EventEnvelope::late)
                .containsExactly(false, false, true);
    }

    @Test
    void anObservationKeepsItsRecordOnlyWhereTimeMayBeTooFarAhead() throws Exception {
        read(InputRecords.of(InputTopic.OBSERVATIONS, 0, 0, up("first", 48)));
        read(InputRecords.of(InputTopic.OBSERVATIONS, 1, 0, up("an hour behind", 47)));
        read(InputRecords.of(InputTopic.OBSERVATIONS, 2, 0, up("over a day behind", 23)));

        assertThat(operator.extractOutputValues())
                .extracting(envelope -> envelope.original() != null)
                .containsExactly(false, false, true);
    }

    private static TakedownEvent up(String eventId, double hours) {
        return seen(eventId, hours, ObservationStatus.UP).event();
    }

    private void read(InputRecord input) throws Exception {
        operator.processElement(input, input.timestamp);
    }

    private <T> List<T> side(OutputTag<T> tag) {
        return operator.getSideOutput(tag).stream().map(StreamRecord::getValue).toList();
    }
}
