package vn.takedown.model.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.takedown.model.event.AcknowledgementType;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestSource;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.event.Vantage;
import vn.takedown.model.reference.ReferenceBook;

/**
 * State written by a released version must be readable for ever. These bytes may never change: a
 * new encoding gets a new version and bytes of its own beside them.
 */
class EncodingTest {

    private static final long HOUR = 3_600_000;
    private static final long START = 1_772_323_200_000L;
    private static final String TARGET = "0123456789abcdef".repeat(4);
    private static final String CONTENT = "fedcba9876543210".repeat(4);

    private static final String STATE_OF_VERSION_3 =
            "0306809eb5f5946700a9e2378c5e7496a3809ed95c10a9e2368c5e7494f080ae"
                    + "a60a10a9e2378c5e7496a380e8dd0d20a9e2378c5e7496a380aea60a40a9e236"
                    + "8c5e7494f080bab70310a9e2378c5e7496a3010872657175657374056974656d"
                    + "01010a617574686f72697479046c617701fedcba9876543210fedcba98765432"
                    + "10fedcba9876543210fedcba98765432100080f08eeb94670864656661756c74"
                    + "000080f0b252030280dccc1480bab703000280bab70380bab703c03b80aea60a"
                    + "809ed95c809684180080aea60a0011030101061480fee125000101a9e2378c5e"
                    + "7496a300";

    private static final List<String> EVENTS_OF_VERSION_2 =
            List.of(
                    "2080f08eeb94670365310872657175657374056974656d",
                    "2380f08eeb94670365320872657175657374056974656d04",
                    "2480f08eeb94670365330872657175657374056974656d02",
                    "2780f08eeb94670365340000000000000000002a");

    private static final String ID = "01234567-89ab-cdef-fedc-ba9876543210";

    private static final List<String> EVENTS_OF_VERSION_3 =
            List.of(
                    "3080f08eeb94670365310872657175657374056974656d",
                    "3380f08eeb94670365320872657175657374056974656d04",
                    "3480f08eeb94670365330872657175657374056974656d02",
                    "3780f08eeb94670365340000000000000000002a",
                    "3f80f08eeb94670123456789abcdeffedcba98765432100000000000000000002a");

    @Test
    void aTargetIsWrittenAsInVersion3() throws IOException {
        assertThat(HexFormat.of().formatHex(bytes(target()))).isEqualTo(STATE_OF_VERSION_3);
    }

    @Test
    void aTargetOfVersion3IsRead() throws IOException {
        TargetState read =
                TargetStateEncoding.read(input(HexFormat.of().parseHex(STATE_OF_VERSION_3)));
        assertThat(CaseFigures.of(read.cases().get(0), START + 100 * HOUR))
                .isEqualTo(CaseFigures.of(target().cases().get(0), START + 100 * HOUR));
        assertThat(read.cases().get(0).identity()).isEqualTo(target().cases().get(0).identity());
        assertThat(read.cases().get(0).terms()).isEqualTo(target().cases().get(0).terms());
    }

    @Test
    void pastEventsOfVersion2AreRead() throws IOException {
        List<PastEvent> events = pastEvents();
        for (int i = 0; i < events.size(); i++) {
            assertThat(PastEventEncoding.read(input(EVENTS_OF_VERSION_2.get(i))))
                    .isEqualTo(events.get(i));
        }
    }

    @Test
    void pastEventsAreWrittenAndReadAsInVersion3() throws IOException {
        List<PastEvent> events = new ArrayList<>(pastEvents());
        events.add(seen(ID));
        for (int i = 0; i < events.size(); i++) {
            assertThat(HexFormat.of().formatHex(bytes(events.get(i))))
                    .isEqualTo(EVENTS_OF_VERSION_3.get(i));
            assertThat(PastEventEncoding.read(input(EVENTS_OF_VERSION_3.get(i))))
                    .isEqualTo(events.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ID,
                "01234567-89AB-CDEF-FEDC-BA9876543210",
                "0123456789ab-cdef-fedc-ba9876543210-",
                "1-2-3-4-500000000000000000000000000x",
                "1-2-3-4-5000000000000000000000000000",
                "+1234567-89ab-cdef-fedc-ba9876543210",
                "ｆ1234567-89ab-cdef-fedc-ba9876543210",
                "01234567-89ab-cdef-fedc-ba987654321",
                "01234567-89ab-cdef-fedc-ba98765432100",
                "x"
            })
    void anEventIdIsReadAsItWasWhateverItLooksLike(String id) throws IOException {
        assertThat(PastEventEncoding.read(input(HexFormat.of().formatHex(bytes(seen(id))))))
                .isEqualTo(seen(id));
    }

    @Test
    void aUuidTakesSixteenBytes() throws IOException {
        assertThat(bytes(seen("01234567-89AB-cdef-fedc-ba9876543210")).length)
                .isEqualTo(bytes(seen(ID)).length - 16 + 37);
    }

    @Test
    void stateOfAnUnknownVersionIsRefused() {
        assertThatThrownBy(() -> TargetStateEncoding.read(input(new byte[] {99})))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("99");
        assertThatThrownBy(() -> PastEventEncoding.read(input(new byte[] {(byte) 0xf0})))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("15");
    }

    private static DataInputStream input(String hex) {
        return input(HexFormat.of().parseHex(hex));
    }

    private static DataInputStream input(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    private static byte[] bytes(PastEvent event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PastEventEncoding.write(event, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static byte[] bytes(TargetState target) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TargetStateEncoding.write(target, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static List<PastEvent> pastEvents() {
        return List.of(
                new PastEvent(START, "e1", false, new PastEvent.Issued("request", "item")),
                new PastEvent(
                        START,
                        "e2",
                        true,
                        new PastEvent.Updated("request", "item", RequestUpdate.PAUSED)),
                new PastEvent(
                        START,
                        "e3",
                        false,
                        new PastEvent.Answered(
                                "request", "item", AcknowledgementType.CLAIMED_DONE)),
                seen("e4"));
    }

    private static PastEvent seen(String eventId) {
        Sighting sighting =
                new Sighting(START, ObservationStatus.UP, ObservationMeaning.NEITHER, 42);
        return new PastEvent(START, eventId, true, new PastEvent.Seen(sighting));
    }

    /** A case with something of everything: paused, seen up, down, up and down again. */
    private static TargetState target() {
        TargetState target = new TargetState();
        List<TakedownEvent> events =
                List.of(
                        new RequestIssued(
                                "issued",
                                START,
                                "request",
                                "item",
                                "provider",
                                TARGET,
                                Action.REMOVE,
                                Category.CSAM,
                                Urgency.URGENT,
                                "authority",
                                RequestSource.HOTLINE_111,
                                CONTENT,
                                null,
                                "law"),
                        updated("paused", 1, RequestUpdate.PAUSED),
                        updated("resumed", 2, RequestUpdate.RESUMED),
                        seen("up", 3, ObservationStatus.UP),
                        seen("down-1", 30, ObservationStatus.DOWN_HARD),
                        seen("down-2", 33, ObservationStatus.DOWN_HARD),
                        seen("down-3", 37, ObservationStatus.DOWN_SOFT),
                        seen("back", 40, ObservationStatus.GEO_BLOCKED),
                        seen("down-4", 41, ObservationStatus.DOWN_HARD));
        new TargetMachine(new ReferenceBook(), HOUR, change -> {})
                .advance(
                        target, events, Arrivals.inTime((event, outcome) -> {}), START + 42 * HOUR);
        return target;
    }

    private static RequestUpdated updated(String eventId, int hour, RequestUpdate update) {
        return new RequestUpdated(
                eventId, START + hour * HOUR, update, "request", "item", "provider", TARGET, null);
    }

    private static Observation seen(String eventId, int hour, ObservationStatus status) {
        return new Observation(
                eventId,
                START + hour * HOUR,
                "provider",
                TARGET,
                status,
                new Vantage("vantage-" + hour % 2, "VN", 64500),
                ControlStatus.UNKNOWN,
                null,
                null);
    }
}
