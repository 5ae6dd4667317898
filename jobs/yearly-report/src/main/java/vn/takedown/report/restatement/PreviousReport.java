package vn.takedown.report.restatement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.takedown.report.ReportFailure;
import vn.takedown.report.output.CsvText;
import vn.takedown.report.output.Manifest;
import vn.takedown.report.source.OneLine;

/**
 * An earlier report for the same year, whose files are what its manifest says.
 *
 * @param cutOff its data cut-off, milliseconds since the epoch
 * @param policies {@code id|version} of the policies it rests on
 * @param annex lines of each table, the head first, by the table's id
 */
public record PreviousReport(
        long cutOff, Set<String> policies, Map<String, List<List<String>>> annex) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ANNEX = "annex/";

    /**
     * @throws ReportFailure when there is none, it is damaged, or it is about something else
     */
    public static PreviousReport read(Path folder, int year, boolean forThePublic) {
        Path file = folder.resolve(Manifest.FILE);
        if (!Files.isRegularFile(file)) {
            throw new ReportFailure(
                    folder + " holds no earlier report: there is no manifest.json.");
        }
        try {
            JsonNode manifest = MAPPER.readTree(Files.readString(file));
            require(
                    manifest.path("format").asInt() == Manifest.FORMAT,
                    file + " is of another format than this software writes.");
            require(
                    manifest.path("year").asInt() == year,
                    file
                            + " is about the year "
                            + manifest.path("year").asText()
                            + ", not "
                            + year
                            + ".");
            require(
                    manifest.path("variant").asText().equals(Manifest.variant(forThePublic)),
                    file
                            + " is of the variant "
                            + manifest.path("variant").asText()
                            + ", not "
                            + Manifest.variant(forThePublic)
                            + ".");
            Map<String, List<List<String>>> annex = new HashMap<>();
            for (JsonNode entry : manifest.path("files")) {
                read(folder, entry, annex);
            }
            require(!annex.isEmpty(), file + " names no file of an annex.");
            Set<String> policies = new TreeSet<>();
            for (JsonNode policy : manifest.path("policies")) {
                policies.add(
                        policy.path("policy_id").asText()
                                + '|'
                                + policy.path("policy_version").asText());
            }
            return new PreviousReport(
                    Instant.parse(manifest.path("data_cut_off").asText()).toEpochMilli(),
                    policies,
                    annex);
        } catch (IOException | RuntimeException e) {
            if (e instanceof ReportFailure failure) {
                throw failure;
            }
            throw new ReportFailure(file + " cannot be read: " + OneLine.of(e), e);
        }
    }

    private static void read(Path folder, JsonNode entry, Map<String, List<List<String>>> annex)
            throws IOException {
        String path = entry.path("path").asText();
        Path file = folder.resolve(path).normalize();
        require(
                file.startsWith(folder.normalize()) && Files.isRegularFile(file),
                folder + ": the manifest names " + path + ", which is missing.");
        byte[] bytes = Files.readAllBytes(file);
        require(
                Manifest.sha256(bytes).equals(entry.path("sha256").asText()),
                folder + ": " + path + " is not what the manifest says.");
        if (path.startsWith(ANNEX)) {
            annex.put(
                    path.substring(ANNEX.length()).replace(".csv", ""),
                    CsvText.parse(new String(bytes, StandardCharsets.UTF_8)));
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ReportFailure(otherwise);
        }
    }
}
