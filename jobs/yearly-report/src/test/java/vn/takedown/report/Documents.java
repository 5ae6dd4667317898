package vn.takedown.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes documents as the job would: one folder of {@code .ndjson} files. */
final class Documents {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;

    Documents(Path folder) {
        this.folder = folder;
    }

    /**
     * @param fields as the oracle gives them
     * @param cutOff what {@code updated_at} says
     */
    Documents cases(List<Map<String, Object>> fields, long cutOff) throws IOException {
        return write("takedown-cases", fields, cutOff);
    }

    Documents periods(List<Map<String, Object>> fields, long cutOff) throws IOException {
        return write("takedown-provider-periods", fields, cutOff);
    }

    Documents lines(String alias, String... lines) throws IOException {
        Files.write(folder.resolve(alias + ".ndjson"), List.of(lines));
        return this;
    }

    Documents lines(String alias, Stream<String> lines) throws IOException {
        return lines(alias, lines.toArray(String[]::new));
    }

    private Documents write(String alias, List<Map<String, Object>> documents, long cutOff)
            throws IOException {
        List<String> lines = new ArrayList<>();
        for (Map<String, Object> fields : documents) {
            ObjectNode node = MAPPER.createObjectNode();
            fields.forEach((name, value) -> put(node, name, value));
            node.put("updated_at", instant(cutOff));
            lines.add(node.toString());
        }
        Files.write(folder.resolve(alias + ".ndjson"), lines);
        return this;
    }

    private static void put(ObjectNode node, String name, Object value) {
        if (value instanceof Long number && (name.endsWith("_at") || name.equals("t0"))) {
            node.put(name, instant(number));
        } else {
            node.set(name, MAPPER.valueToTree(value));
        }
    }

    static String instant(long millis) {
        return INSTANT.format(Instant.ofEpochMilli(millis));
    }
}
