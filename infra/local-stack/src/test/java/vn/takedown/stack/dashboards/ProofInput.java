package vn.takedown.stack.dashboards;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import vn.takedown.stack.simulator.NationalStream;
import vn.takedown.stack.simulator.SimulationSettings;

/**
 * Events of which no panel stays empty: recorded life cycles, where they lie beside the project,
 * and a simulated month or more with blocking orders, claims and pauses, both ending on the same
 * day; a simulated week a year earlier; some events late, some records malformed. The days are
 * fixed, so that every run shows the same.
 */
final class ProofInput {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> REFERENCE = List.of("providers", "policies");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int WEEK = 7;
    private static final int ITEMS_PER_DAY = 60;
    private static final int LATE_EVERY = 50;
    private static final int MALFORMED_EVERY = 4000;
    private static final long LATE = Duration.ofHours(15).toMillis();
    private static final long FAR_TOO_LATE = Duration.ofDays(5).toMillis();

    /** The end of all events: some weeks after a new law has replaced the old. */
    static final Instant END = Instant.parse("2026-07-29T05:00:00Z");

    /** A provider that always has open cases. */
    private static final String MISSED = "social-glimmerwick";

    /** When the recorded set ends. */
    private static final Instant RECORDED_END = Instant.parse("2020-08-31T12:10:07Z");

    private final Path recorded;
    private final Season season;
    private final Path folder;

    /**
     * @param recorded folder of the recorded set; it may be missing
     * @param season that is simulated before the end
     * @param folder to write into
     */
    ProofInput(Path recorded, Season season, Path folder) {
        this.recorded = recorded;
        this.season = season;
        this.folder = folder;
    }

    /**
     * How much is simulated.
     *
     * @param itemsPerDay on average
     */
    record Season(int days, int itemsPerDay) {

        /** Of which no panel stays empty. */
        static final Season MONTH = new Season(28, ITEMS_PER_DAY);

        /** Of which curves become visible. */
        static final Season HALF_A_YEAR = new Season(160, 25);
    }

    /**
     * Dates the dead letters in an exported folder back to the last hour of the events: they carry
     * the clock of the machine, which no panel would look at.
     *
     * @param alone a folder that gets them, and nothing else, too
     */
    static void dateBackDeadLetters(Path documents, Path alone) throws IOException {
        Path file = documents.resolve("takedown-dead-letters.ndjson");
        List<String> dated = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            ObjectNode letter = (ObjectNode) MAPPER.readTree(line);
            letter.put("first_seen", millis(END.minus(Duration.ofMinutes(dated.size() % 60))));
            dated.add(letter.toString());
        }
        Files.write(file, dated);
        Files.write(Files.createDirectories(alone).resolve(file.getFileName()), dated);
    }

    /** Writes the folder for a replay. */
    Path write() throws IOException {
        Path input = Files.createDirectories(folder.resolve("input"));
        List<Part> parts = parts();
        for (String topic :
                List.of("providers", "policies", "requests", "acknowledgements", "observations")) {
            List<String> lines = new ArrayList<>();
            for (Part part : parts) {
                lines.addAll(part.lines(topic));
            }
            Path file = input.resolve(topic + ".jsonl");
            if (REFERENCE.contains(topic)) {
                Files.write(file, lines);
            } else {
                write(inOrder(lines), file);
            }
        }
        return input;
    }

    private List<Part> parts() throws IOException {
        Duration untilNow = Duration.ofDays(Duration.between(RECORDED_END, END).toDays());
        return List.of(
                new Part(recorded, untilNow, ""),
                new Part(
                        simulated("season", END, season.days(), season.itemsPerDay(), 830),
                        Duration.ZERO,
                        ""),
                // The year before, so that years can be compared.
                new Part(
                        simulated("before", END.minus(YEAR), WEEK, ITEMS_PER_DAY, 831),
                        Duration.ZERO,
                        "before-"));
    }

    private Path simulated(String name, Instant until, int days, int itemsPerDay, long seed)
            throws IOException {
        Path simulated = folder.resolve(name);
        new NationalStream(
                        SimulationSettings.demo()
                                .withSeed(seed)
                                .withStart(until.minus(Duration.ofDays(days)))
                                .withDays(days)
                                .withItemsPerDay(itemsPerDay))
                .writeTo(simulated);
        return simulated;
    }

    /**
     * A folder of records, moved in time, with ids that no other part has.
     *
     * @param prefix of event and request ids
     */
    private record Part(Path folder, Duration shift, String prefix) {

        List<String> lines(String topic) throws IOException {
            List<String> moved = new ArrayList<>();
            for (String line : linesOf(folder, topic)) {
                ObjectNode record = (ObjectNode) MAPPER.readTree(line);
                for (String field : List.of("occurred_at", "effective_from", "effective_to")) {
                    if (record.hasNonNull(field)) {
                        Instant time = Instant.parse(record.get(field).asText()).plus(shift);
                        record.put(field, millis(time));
                    }
                }
                for (String field : List.of("event_id", "request_id")) {
                    if (record.hasNonNull(field)) {
                        record.put(field, prefix + record.get(field).asText());
                    }
                }
                if (!isMissed(record)) {
                    moved.add(record.toString());
                }
            }
            return moved;
        }
    }

    /** For some days the crawlers do not get to one provider, so that the monitor says so. */
    private static boolean isMissed(ObjectNode record) {
        if (!record.has("vantage") || !record.path("provider_id").asText().equals(MISSED)) {
            return false;
        }
        Instant at = Instant.parse(record.get("occurred_at").asText());
        return at.isAfter(END.minus(Duration.ofDays(5)))
                && at.isBefore(END.minus(Duration.ofDays(1)));
    }

    private static String millis(Instant time) {
        String text = time.toString();
        return text.indexOf('.') < 0 ? text.replace("Z", ".000Z") : text;
    }

    private record Delivery(long at, String line) {}

    /** Event-time order but for a few that come hours late, and for fewer that come days late. */
    private static List<String> inOrder(List<String> lines) throws IOException {
        List<Delivery> deliveries = new ArrayList<>();
        int number = 0;
        for (String line : lines) {
            long at =
                    Instant.parse(MAPPER.readTree(line).get("occurred_at").asText()).toEpochMilli();
            number++;
            if (number % (10 * LATE_EVERY) == 0) {
                at += FAR_TOO_LATE;
            } else if (number % LATE_EVERY == 0) {
                at += LATE;
            }
            deliveries.add(new Delivery(at, line));
        }
        deliveries.sort(Comparator.comparingLong(Delivery::at));
        return deliveries.stream().map(Delivery::line).toList();
    }

    private static void write(List<String> lines, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            int number = 0;
            for (String line : lines) {
                out.write(line);
                out.newLine();
                if (++number % MALFORMED_EVERY == 0) {
                    out.write(line.replace("\"schema_version\":1", "\"schema_version\":2"));
                    out.newLine();
                    out.write(line.substring(0, line.length() - 1));
                    out.newLine();
                }
            }
        }
    }

    private static List<String> linesOf(Path folder, String topic) throws IOException {
        Path plain = folder.resolve(topic + ".jsonl");
        Path packed = folder.resolve(topic + ".jsonl.gz");
        if (!Files.exists(plain) && !Files.exists(packed)) {
            return List.of();
        }
        try (InputStream in =
                        Files.exists(plain)
                                ? Files.newInputStream(plain)
                                : new GZIPInputStream(Files.newInputStream(packed));
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
