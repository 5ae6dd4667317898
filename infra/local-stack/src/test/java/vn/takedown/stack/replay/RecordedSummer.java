package vn.takedown.stack.replay;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import vn.takedown.stack.server.Installation;

/**
 * Real life cycles beside the project ({@code shared/data}) or where {@code TAKEDOWN_DATA} says,
 * with what they must give.
 */
record RecordedSummer(Path folder) {

    /** Kinds of the alerts that the expected facts list. */
    static final Set<String> FACTS = Set.of("SLA_BREACH", "CONTENT_RECIDIVISM", "REINSTATEMENT");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Skips the tests when it is not there. */
    static RecordedSummer orSkip(Installation installation) {
        String configured = System.getenv("TAKEDOWN_DATA");
        Path shared =
                configured == null
                        ? installation.home().resolveSibling("shared").resolve("data")
                        : Path.of(configured);
        Path folder = shared.resolve("urlhaus-2020q3").normalize();
        assumeThat(folder)
                .as("real data to replay; set TAKEDOWN_DATA to the folder that holds it")
                .isDirectory();
        return new RecordedSummer(folder);
    }

    /** Of one topic; none when there is no such file. */
    List<String> lines(String title) throws IOException {
        for (String ending : List.of(".jsonl", ".jsonl.gz")) {
            if (Files.exists(folder.resolve(title + ending))) {
                return read(folder.resolve(title + ending));
            }
        }
        return List.of();
    }

    /** Each as {@link #fact}. */
    List<String> expectedFacts() throws IOException {
        List<String> facts = new ArrayList<>();
        for (String line : read(folder.resolve("expected").resolve("takedown-facts.ndjson.gz"))) {
            facts.add(fact(MAPPER.readTree(line), "at"));
        }
        return facts;
    }

    /**
     * @param at name of the field that says since when
     */
    static String fact(JsonNode document, String at) {
        return String.join(
                " ",
                document.get("kind").asText(),
                document.get("case_id").asText(),
                document.get(at).asText(),
                document.path("level").isTextual() ? document.get("level").asText() : "-");
    }

    /** What a replay wrote, by id. */
    static Map<String, JsonNode> documents(Path output, String alias) throws IOException {
        Map<String, JsonNode> documents = new TreeMap<>();
        for (String line : read(output.resolve(alias + ".ndjson"))) {
            JsonNode document = MAPPER.readTree(line);
            documents.put(document.get("_id").asText(), document);
        }
        return documents;
    }

    private static List<String> read(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain =
                        file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
