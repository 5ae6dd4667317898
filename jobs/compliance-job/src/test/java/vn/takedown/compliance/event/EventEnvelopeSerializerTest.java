package vn.takedown.compliance.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.AcknowledgementType;
import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.event.Vantage;

/**
 * Envelopes that wait are a part of the state, so what was once written must stay readable: these
 * bytes may never change.
 */
class EventEnvelopeSerializerTest {

    private static final String TARGET = "0123456789abcdef".repeat(4);
    private static final String CONTENT = "fedcba9876543210".repeat(4);
    private static final long NOON = 1_772_323_200_000L;

    private static final String ORIGIN_AND_ORIGINAL = "020380890f03000401020382f08eeb9467";
    private static final String ORIGIN = "020380890f00";

    private static final String WORDY_FULL =
            "040003652d3180f08eeb9467000870726f76696465720040"
                    + digits(TARGET)
                    + "03010004686e2d3103564e807641"
                    + digits(CONTENT)
                    + "01a806"
                    + ORIGIN_AND_ORIGINAL;

    private static final String FULL =
            "06"
                    + TARGET
                    + "0970726f76696465720000019ca6b1dc00030304652d3105686e2d3103564e8076"
                    + "01"
                    + CONTENT
                    + "a806"
                    + ORIGIN_AND_ORIGINAL;

    private static final String BARE =
            "06"
                    + TARGET
                    + "0970726f76696465720000019ca6b1dc00030204652d3105686e2d3103564e8076"
                    + "00"
                    + ORIGIN;

    private static final String ANSWER =
            "030003652d3280f08eeb94670400077265717565737400046974656d000870726f76696465720040"
                    + digits(TARGET)
                    + "07726561736f6e010380890f00";

    /** The text's own bytes, in hex. */
    private static String digits(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Observation observation(String contentKey, Integer httpStatus) {
        return new Observation(
                "e-1",
                NOON,
                "provider",
                TARGET,
                ObservationStatus.BLOCKED,
                new Vantage("hn-1", "VN", 7552),
                ControlStatus.DOWN,
                contentKey,
                httpStatus);
    }

    private static EventEnvelope full() {
        return new EventEnvelope(
                observation(CONTENT, 404),
                new RecordOrigin(InputTopic.OBSERVATIONS, 3, 123_456),
                Lateness.LATE,
                new OriginalRecord(null, new byte[] {1, 2, 3}, NOON + 1));
    }

    private static EventEnvelope inTime(InputTopic topic, TakedownEvent event) {
        return new EventEnvelope(
                event, new RecordOrigin(topic, 3, 123_456), Lateness.IN_TIME, null);
    }

    private static String written(EventEnvelope envelope) throws IOException {
        DataOutputSerializer output = new DataOutputSerializer(512);
        EventEnvelopeSerializer.INSTANCE.serialize(envelope, output);
        return HexFormat.of().formatHex(output.getCopyOfBuffer());
    }

    private static EventEnvelope read(String hex) throws IOException {
        DataInputDeserializer input = new DataInputDeserializer(HexFormat.of().parseHex(hex));
        EventEnvelope envelope = EventEnvelopeSerializer.INSTANCE.deserialize(input);
        assertThat(input.available()).isZero();
        return envelope;
    }

    /** Records do not compare the arrays of an original by what is in them. */
    private static void assertSame(EventEnvelope actual, EventEnvelope expected) {
        assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void observationsAreWrittenAndReadAsKind6() throws IOException {
        EventEnvelope bare = inTime(InputTopic.OBSERVATIONS, observation(null, null));
        assertThat(written(full())).isEqualTo(FULL);
        assertSame(read(FULL), full());
        assertThat(written(bare)).isEqualTo(BARE);
        assertSame(read(BARE), bare);
    }

    @Test
    void observationsOfKind4AreRead() throws IOException {
        assertSame(read(WORDY_FULL), full());
    }

    @Test
    void answersAreWrittenAndReadAsKind3() throws IOException {
        EventEnvelope answer =
                inTime(
                        InputTopic.ACKNOWLEDGEMENTS,
                        new Acknowledgement(
                                "e-2",
                                NOON,
                                AcknowledgementType.REFUSED,
                                "request",
                                "item",
                                "provider",
                                TARGET,
                                "reason"));
        assertThat(written(answer)).isEqualTo(ANSWER);
        assertSame(read(ANSWER), answer);
    }

    @Test
    void textsOfAnyScriptAndLengthComeBack() throws IOException {
        Vantage[] vantages = {
            new Vantage("Huế", "Việt Nam \uD83D\uDE42", 4_294_967_295L),
            new Vantage("x".repeat(128), "", 0),
            new Vantage("x", "long ".repeat(30_000), 1),
        };
        for (Vantage vantage : vantages) {
            for (ObservationStatus status : ObservationStatus.values()) {
                EventEnvelope envelope =
                        inTime(
                                InputTopic.OBSERVATIONS,
                                new Observation(
                                        "ế".repeat(64),
                                        NOON,
                                        "nhà-mạng",
                                        TARGET,
                                        status,
                                        vantage,
                                        ControlStatus.UNKNOWN,
                                        null,
                                        Integer.MIN_VALUE));
                assertSame(read(written(envelope)), envelope);
            }
        }
    }

    @Test
    void theTargetComesAlong() throws IOException {
        assertThat(read(FULL).target()).isEqualTo(ProviderKey.of("provider", TARGET));
        assertThat(read(ANSWER).target().hash()).isEqualTo(TARGET);
    }

    @Test
    void aHeartbeatIsAboutNoTarget() {
        assertThatThrownBy(() -> inTime(InputTopic.OBSERVATIONS, new Heartbeat("h", NOON)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("heartbeat");
    }

    @Test
    void anUnknownKindIsRefused() {
        assertThatThrownBy(() -> read("07" + "00".repeat(20)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("7");
    }
}
