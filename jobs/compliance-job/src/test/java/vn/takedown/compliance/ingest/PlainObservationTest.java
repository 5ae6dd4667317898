package vn.takedown.compliance.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.ingest.Records.bytes;
import static vn.takedown.compliance.ingest.Records.with;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.takedown.model.event.TakedownEvent;

/** The quick way gives what the strict one gives, and the usual records take it. */
class PlainObservationTest {

    private static final byte[] VALID = bytes(Records.observation());

    private final PlainObservation plain = new PlainObservation();
    private final ObservationParser parser = new ObservationParser();
    private final ObservationParser strict = new ObservationParser();

    private void assertReadAsStrictly(byte[] record) {
        assertThat(parser.parse(record)).isEqualTo(strict.parseStrictly(record));
    }

    private void assertPlain(byte[] record) {
        assertThat(plain.read(record)).isNotNull();
        assertReadAsStrictly(record);
    }

    private void assertNotPlain(byte[] record) {
        assertThat(plain.read(record)).isNull();
        assertReadAsStrictly(record);
    }

    @Property
    void validObservationsAreReadAsStrictly(@ForAll("observations") TakedownEvent event) {
        assertReadAsStrictly(bytes(RecordJson.json(event)));
    }

    @Property(tries = 20_000)
    void mutatedObservationsAreReadAsStrictly(@ForAll("mutants") byte[] record) {
        assertReadAsStrictly(record);
    }

    @Property(tries = 20_000)
    void generatedObservationsAreReadAsStrictly(@ForAll("generated") String record) {
        assertReadAsStrictly(bytes(record));
    }

    @Property
    void randomBytesAreReadAsStrictly(@ForAll byte[] record) {
        assertReadAsStrictly(record);
    }

    @Test
    void manyButNotAllOfTheGeneratedObservationsArePlain() {
        Random random = new Random(1);
        int count = 0;
        for (int i = 0; i < 1_000; i++) {
            count += plain.read(bytes(GeneratedObservations.of(random))) == null ? 0 : 1;
        }
        assertThat(count).isBetween(200, 800);
    }

    @Test
    void everyCutOfARecordIsReadAsStrictly() {
        for (int length = 0; length < VALID.length; length++) {
            assertNotPlain(Arrays.copyOf(VALID, length));
        }
    }

    @Test
    void everyByteInEveryPlaceIsReadAsStrictly() {
        for (int at = 0; at < VALID.length; at++) {
            for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
                byte[] record = VALID.clone();
                record[at] = (byte) value;
                assertReadAsStrictly(record);
            }
        }
    }

    @Test
    void aRecordWithAllItsFieldsIsPlain() {
        assertPlain(VALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"control_status", "content_key", "http_status"})
    void aRecordWithoutAnOptionalFieldIsPlain(String field) {
        assertPlain(bytes(with(Records.observation(), field, null)));
        assertPlain(bytes(with(Records.observation(), field, "null")));
    }

    @Test
    void whiteSpaceBetweenTokensIsPlain() {
        assertPlain(bytes(Records.observation().toPrettyString()));
    }

    @Test
    void aLaterRecordHoldsNothingOfAnEarlierOne() {
        assertPlain(VALID);
        byte[] bare =
                bytes(
                        Records.observation()
                                .without(List.of("control_status", "content_key", "http_status")));
        assertPlain(bare);
        assertThat(plain.read(bare).contentKey()).isNull();
        assertThat(plain.read(bare).httpStatus()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event_type;\"UP\"",
                "event_type;\"HEARTBEAT\"",
                "unknown;1",
                "event_id;\"é\"",
                "http_status;-1",
                "status;\"DOWN\"",
                "status;null",
                "vantage.asn;4294967296",
                "vantage.city;\"Hue\"",
                "provider_id;\"a b\"",
            })
    void whatIsUnusualIsLeftToTheStrictReader(String change) {
        String[] parts = change.split(";");
        assertNotPlain(bytes(with(Records.observation(), parts[0], parts[1])));
    }

    @Test
    void noRecordAndALongOneAreLeftToTheStrictReader() {
        assertNotPlain(null);
        assertNotPlain(bytes(" ".repeat(5_000) + Records.observation()));
    }

    @Provide
    Arbitrary<TakedownEvent> observations() {
        return RecordArbitraries.observations();
    }

    @Provide
    Arbitrary<byte[]> mutants() {
        return Arbitraries.randomValue(random -> Mutants.of(VALID, random));
    }

    @Provide
    Arbitrary<String> generated() {
        return Arbitraries.randomValue(GeneratedObservations::of);
    }
}
