package vn.takedown.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.takedown.compliance.alerting.CaseSituationSerializer;
import vn.takedown.compliance.alerting.WatchedCaseSerializer;
import vn.takedown.compliance.recidivism.ContentCase;
import vn.takedown.compliance.recidivism.DocumentRefresh;
import vn.takedown.compliance.recidivism.SettledCase;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.alerting.AlertKind;
import vn.takedown.model.alerting.AlertTerms;
import vn.takedown.model.alerting.Breach;
import vn.takedown.model.alerting.ProviderSignal;
import vn.takedown.model.alerting.Resolution;
import vn.takedown.model.alerting.Severity;
import vn.takedown.model.alerting.WatchedBurn;
import vn.takedown.model.alerting.WatchedCase;
import vn.takedown.model.alerting.WatchedProvider;
import vn.takedown.model.cases.CaseSituation;
import vn.takedown.model.cases.LifecycleState;
import vn.takedown.model.cases.Verdict;
import vn.takedown.model.cohort.Recidivism;
import vn.takedown.model.cohort.SettledCases;
import vn.takedown.model.reference.ProviderType;
import vn.takedown.model.standing.CaseStanding;
import vn.takedown.model.standing.DueBook;
import vn.takedown.model.standing.DueOutcome;
import vn.takedown.model.standing.ProviderStanding;
import vn.takedown.model.standing.StandingChange;

/**
 * What the operators of alerts, provider states and recidivism keep can be read for ever: its form
 * and its bytes are held against files that may never change. A new form gets a file beside the old
 * one, which is read and no longer written.
 */
class StateEncodingTest {

    private static final long START = 1_772_323_200_000L;

    /** Forms that were written once; file name → value. */
    private static final Map<String, Object> EARLIER =
            Map.of(
                    "case-situation-v1",
                    situation(),
                    "watched-case-v1",
                    watched(alert(AlertKind.SLA_BREACH, "request/item", null)));

    /** One value of everything that is kept; file name → value. */
    private static final Map<String, Object> VALUES =
            Map.of(
                    "case-situation-v2",
                    situation(),
                    "watched-case-v2",
                    watched(
                            alert(AlertKind.SLA_BREACH, "request/item", null),
                            alertOfTheCase(Resolution.REMOVED)),
                    "provider-signal-v1",
                    new ProviderSignal(
                            "provider",
                            ProviderType.HOSTING,
                            "request/item",
                            "policy",
                            START,
                            true,
                            START - 1,
                            -1,
                            true),
                    "watched-provider-v1",
                    new WatchedProvider(
                            "provider",
                            null,
                            2,
                            START - 5,
                            null,
                            List.of(new Breach("request/item", "policy", START)),
                            List.of(
                                    alert(
                                            AlertKind.PROVIDER_STRIKES,
                                            "policy",
                                            Resolution.FEWER_BREACHES)),
                            START),
                    "watched-burn-v1",
                    new WatchedBurn(
                            "provider",
                            492_312,
                            List.of(
                                    alert(
                                            AlertKind.PROVIDER_STRIKES,
                                            "burn-1d",
                                            Resolution.BURN_SLOWED))),
                    "content-case-v1",
                    new ContentCase(START, START + 6, Recidivism.STRICT, 3, 1),
                    "settled-case-v1",
                    new SettledCase(Recidivism.LOOSE, 2, 0, START + 86_400_000),
                    "document-refresh-v1",
                    new DocumentRefresh(START + 7, null, 9, true, 12, START + 8),
                    "settled-cases-v1",
                    new SettledCases(4, START),
                    "provider-standing-v1",
                    ProviderStanding.of("provider", START, book()));

    /** Of what does not have the form that Flink gives to records. */
    private static final Map<Class<?>, TypeInformation<?>> PACKED =
            Map.of(
                    CaseSituation.class,
                    CaseSituationSerializer.TYPE,
                    WatchedCase.class,
                    WatchedCaseSerializer.TYPE);

    static List<String> written() {
        return VALUES.keySet().stream().sorted().toList();
    }

    static List<String> released() {
        return Stream.of(VALUES, EARLIER)
                .flatMap(forms -> forms.keySet().stream())
                .sorted()
                .toList();
    }

    private static Object value(String name) {
        return VALUES.getOrDefault(name, EARLIER.get(name));
    }

    @ParameterizedTest
    @MethodSource("written")
    void stateIsWrittenAsEver(String name) throws IOException {
        TypeSerializer<Object> serializer = serializer(VALUES.get(name));

        assertThat(bytes(serializer, VALUES.get(name))).isEqualTo(golden(name).get(1));
    }

    @ParameterizedTest
    @MethodSource("released")
    void stateOfAReleasedVersionIsRead(String name) throws IOException {
        TypeSerializer<Object> serializer = serializer(value(name));
        TypeSerializerSnapshot<Object> written = snapshot(golden(name).get(0));

        assertThat(
                        serializer
                                .snapshotConfiguration()
                                .resolveSchemaCompatibility(written)
                                .isIncompatible())
                .isFalse();
        byte[] bytes = HexFormat.of().parseHex(golden(name).get(1));
        Object read = written.restoreSerializer().deserialize(new DataInputDeserializer(bytes));
        assertThat(read).usingRecursiveComparison().isEqualTo(value(name));
    }

    private static List<String> golden(String name) throws IOException {
        try (InputStream file =
                StateEncodingTest.class.getResourceAsStream("/state/" + name + ".hex")) {
            assertThat(file)
                    .as(
                            "/state/%s.hex, which would be%n%s%n%s",
                            name,
                            written(serializer(value(name))),
                            bytes(serializer(value(name)), value(name)))
                    .isNotNull();
            return new String(file.readAllBytes()).lines().toList();
        }
    }

    @SuppressWarnings("unchecked")
    private static TypeSerializer<Object> serializer(Object value) {
        TypeInformation<?> type = PACKED.get(value.getClass());
        return (TypeSerializer<Object>)
                (type == null ? TypeInformation.of(value.getClass()) : type)
                        .createSerializer(new SerializerConfigImpl());
    }

    private static String bytes(TypeSerializer<Object> serializer, Object value)
            throws IOException {
        DataOutputSerializer output = new DataOutputSerializer(512);
        serializer.serialize(value, output);
        return HexFormat.of().formatHex(output.getCopyOfBuffer());
    }

    private static String written(TypeSerializer<Object> serializer) throws IOException {
        DataOutputSerializer output = new DataOutputSerializer(4096);
        TypeSerializerSnapshot.writeVersionedSnapshot(output, serializer.snapshotConfiguration());
        return HexFormat.of().formatHex(output.getCopyOfBuffer());
    }

    private static TypeSerializerSnapshot<Object> snapshot(String hex) throws IOException {
        return TypeSerializerSnapshot.readVersionedSnapshot(
                new DataInputDeserializer(HexFormat.of().parseHex(hex)),
                StateEncodingTest.class.getClassLoader());
    }

    private static CaseSituation situation() {
        return new CaseSituation(
                "request/item",
                "provider",
                ProviderType.ISP,
                "policy",
                3,
                START,
                START + 1,
                86_400_000,
                new long[] {START + 2, START + 3},
                null,
                START + 86_400_002,
                LifecycleState.CLAIMED,
                Verdict.BREACH,
                START + 4,
                null,
                null,
                START + 5,
                START + 86_400_003,
                null,
                null,
                true,
                START + 86_400_003);
    }

    private static WatchedCase watched(Alert... alerts) {
        return new WatchedCase(
                situation(),
                Recidivism.LOOSE,
                new AlertTerms(3_600_000L, List.of(0.5, 0.75), null),
                List.of(alerts),
                START);
    }

    private static Alert alertOfTheCase(Resolution resolution) {
        return new Alert(
                AlertKind.FALSE_CLAIM,
                "provider",
                "request/item",
                ProviderType.ISP,
                "request/item",
                "policy",
                Severity.WARNING,
                null,
                START + 5,
                START + 7,
                resolution,
                null,
                2,
                START + 7);
    }

    private static Alert alert(AlertKind kind, String subject, Resolution resolution) {
        return new Alert(
                kind,
                "provider",
                subject,
                ProviderType.ISP,
                null,
                "policy",
                Severity.CRITICAL,
                "2",
                START,
                resolution == null ? null : START + 7,
                resolution,
                START + 9,
                4,
                START + 8);
    }

    private static DueBook book() {
        DueBook book = new DueBook();
        book.apply(
                new StandingChange(
                        "provider",
                        START,
                        CaseStanding.NONE,
                        new CaseStanding(true, START - 1, DueOutcome.LATE)));
        return book;
    }
}
