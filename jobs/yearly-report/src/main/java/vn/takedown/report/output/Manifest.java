package vn.takedown.report.output;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import vn.takedown.report.Language;
import vn.takedown.report.document.ReportFacts;
import vn.takedown.report.table.Cell;
import vn.takedown.report.table.Row;
import vn.takedown.report.table.Table;

/** What a report is, with a checksum of each of its files. */
public final class Manifest {

    public static final String FILE = "manifest.json";

    /** Raised when an annex can no longer be compared with an older one. */
    public static final int FORMAT = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Manifest() {}

    /** Writes the manifest of everything else in the folder. */
    public static void write(Path folder, ReportFacts facts, Language language) throws IOException {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", FORMAT);
        root.put("year", facts.year());
        root.put("variant", variant(facts.forThePublic()));
        root.put("language", language.tag());
        root.put("data_cut_off", Instant.ofEpochMilli(facts.cutOff()).toString());
        root.put("as_of", Instant.ofEpochMilli(facts.asOf()).toString());
        root.put("complete", facts.complete());
        root.put("minimum_volume", facts.minimumVolume());
        root.put("software_version", facts.version());
        ArrayNode policies = root.putArray("policies");
        Table table = facts.tables().get("policies");
        for (Row row : table.rows()) {
            policies.addObject()
                    .put("policy_id", ((Cell.Text) table.cell(row, "policy_id")).text())
                    .put(
                            "policy_version",
                            Long.parseLong(((Cell.Text) table.cell(row, "policy_version")).text()));
        }
        ArrayNode files = root.putArray("files");
        for (Path file : filesOf(folder)) {
            byte[] bytes = Files.readAllBytes(file);
            files.addObject()
                    .put("path", folder.relativize(file).toString().replace('\\', '/'))
                    .put("bytes", bytes.length)
                    .put("sha256", sha256(bytes));
        }
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        String text = MAPPER.writer(printer).writeValueAsString(root) + "\n";
        Files.write(folder.resolve(FILE), text.getBytes(StandardCharsets.UTF_8));
    }

    public static String variant(boolean forThePublic) {
        return forThePublic ? "public" : "internal";
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList();
        }
    }

    /** In lower-case hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
