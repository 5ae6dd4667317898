package vn.takedown.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One state of the data, written more than once. */
class RepeatedReportTest {

    private static final long HOUR = 3_600_000;

    @TempDir private Path folder;
    private Path documents;

    @BeforeEach
    void writeDocuments() throws IOException {
        documents = Files.createDirectory(folder.resolve("documents"));
        new Documents(documents).cases(cases(), CaseFields.CUT_OFF);
    }

    private static List<Map<String, Object>> cases() {
        List<Map<String, Object>> cases = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Map<String, Object> item =
                    CaseFields.of(
                            i,
                            2026,
                            i % 3 == 0 ? "DOMESTIC" : "CROSS_BORDER",
                            i % 5 == 0 ? -1 : i * HOUR / 7);
            item.put("provider_id", "p" + i % 17);
            item.put("provider_name", "Nhà cung cấp \"" + i % 17 + "\", <Đà Nẵng>");
            item.put("recidivism", i % 4 == 0 ? "STRICT" : "NONE");
            item.put("content_key", "c" + i % 90);
            cases.add(item);
        }
        return cases;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void equalDataGiveEqualBytesInWhateverOrderTheyAreRead(Language language) throws IOException {
        Reports.write(2026, language, documents, folder.resolve("first"), null, false);
        List<Map<String, Object>> shuffled = new ArrayList<>(cases());
        Collections.shuffle(shuffled, new Random(7));
        new Documents(documents).cases(shuffled, CaseFields.CUT_OFF);
        Reports.write(2026, language, documents, folder.resolve("second"), null, false);

        assertThat(files(folder.resolve("second"))).isEqualTo(files(folder.resolve("first")));
    }

    @Test
    void whereItIsMadeDoesNotMatter() throws IOException {
        Reports.write(2026, Language.VI, documents, folder.resolve("here"), null, false);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            Reports.write(2026, Language.VI, documents, folder.resolve("there"), null, false);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }

        assertThat(files(folder.resolve("there"))).isEqualTo(files(folder.resolve("here")));
    }

    @Test
    void theAnnexIsTheSameInEveryLanguage() throws IOException {
        Reports.write(2026, Language.VI, documents, folder.resolve("vi"), null, false);
        Reports.write(2026, Language.EN, documents, folder.resolve("en"), null, false);

        assertThat(files(folder.resolve("vi/annex"))).isEqualTo(files(folder.resolve("en/annex")));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTableOfTheHtmlShowsTheValuesOfItsFile(Language language) throws Exception {
        Path report = folder.resolve("report");
        Reports.write(2026, language, documents, report, null, false);
        assertThat(HtmlTables.requireTheValuesOfTheAnnex(report)).isGreaterThan(200);
    }

    @Test
    void theManifestNamesEveryFileWithItsChecksum() throws Exception {
        Path report = folder.resolve("report");
        Reports.write(2026, Language.EN, documents, report, null, false);
        JsonNode manifest =
                new ObjectMapper().readTree(Files.readString(report.resolve("manifest.json")));
        Map<String, String> named = new TreeMap<>();
        manifest.get("files")
                .forEach(file -> named.put(file.get("path").asText(), file.get("sha256").asText()));

        Map<String, String> present = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : bytes(report).entrySet()) {
            if (!file.getKey().equals("manifest.json")) {
                byte[] sum = MessageDigest.getInstance("SHA-256").digest(file.getValue());
                present.put(file.getKey(), HexFormat.of().formatHex(sum));
            }
        }
        assertThat(named).isEqualTo(present);
        assertThat(manifest.get("data_cut_off").asText()).isEqualTo("2030-03-01T00:00:00Z");
        assertThat(manifest.get("policies").get(0).get("policy_id").asText()).isEqualTo("policy");
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        bytes(folder).forEach((name, bytes) -> files.put(name, HexFormat.of().formatHex(bytes)));
        return files;
    }

    private static Map<String, byte[]> bytes(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }
}
