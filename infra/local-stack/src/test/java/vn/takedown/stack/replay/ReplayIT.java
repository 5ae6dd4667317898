package vn.takedown.stack.replay;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.takedown.stack.explain.CaseInquiry;
import vn.takedown.stack.explain.CaseReport;
import vn.takedown.stack.explain.Language;
import vn.takedown.stack.job.StateBackend;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.server.StateFolder;
import vn.takedown.stack.terminal.Console;
import vn.takedown.stack.terminal.Progress;

/**
 * Real life cycles through the real servers, against the documents they must give. The data lies
 * beside the project ({@code shared/data}) or where {@code TAKEDOWN_DATA} says; without it the
 * tests are skipped.
 */
class ReplayIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DATA_SET = "urlhaus-2020q3";

    /** The two that no event decides. */
    private static final Set<String> NOT_COMPARED =
            Set.of("restated", "sequence", "updated_at", "_id");

    private static final int NEVER_LATE = Integer.MAX_VALUE;

    @TempDir private static Path stateFolder;

    private static Path data;
    private static LocalStack stack;

    @TempDir private Path folder;

    @BeforeAll
    static void startServers() {
        Installation installation = Installation.find();
        String configured = System.getenv("TAKEDOWN_DATA");
        Path shared =
                configured == null
                        ? installation.home().resolveSibling("shared").resolve("data")
                        : Path.of(configured);
        data = shared.resolve(DATA_SET).normalize();
        assumeThat(data)
                .as("real data to replay; set TAKEDOWN_DATA to the folder that holds it")
                .isDirectory();
        stack =
                LocalStack.start(
                        installation,
                        StateFolder.resolve(stateFolder, installation).newRun("test"),
                        2,
                        Console.standardOutput());
    }

    @AfterAll
    static void stopServers() {
        if (stack == null) {
            return;
        }
        List<ProcessHandle> servers =
                ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
        stack.close();
        assertThat(servers).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }

    @BeforeEach
    void emptyTheStack() {
        new Replay(stack, Console.standardOutput()).reset();
    }

    @ParameterizedTest
    @CsvSource({"1, ROCKSDB", "2, ROCKSDB", "1, HASHMAP", "2, HASHMAP"})
    void realLifeCyclesGiveTheExpectedDocuments(int parallelism, StateBackend backend)
            throws IOException {
        Replay.Result result =
                replay(
                        data,
                        new Replay.Settings(parallelism, backend, 4),
                        Console.standardOutput());

        assertThat(result.complete()).isTrue();
        assertThat(result.rejected()).isZero();
        assertExpectedCases();
        assertExpectedPeriods();
        assertCoverage();
        assertExpectedAlerts();
    }

    @Test
    void reachingTheEndOfTheInputTurnsNoPendingCaseOverdue() throws IOException {
        replay(data, new Replay.Settings(2, StateBackend.HASHMAP, 2), Console.standardOutput());

        Map<String, Long> verdicts = new TreeMap<>();
        documents("takedown-cases")
                .values()
                .forEach(found -> verdicts.merge(found.get("verdict").asText(), 1L, Long::sum));
        assertThat(verdicts).containsEntry("PENDING", 4L).doesNotContainKey("OVERDUE");
    }

    @Test
    void shuffledRepeatedAndMalformedInputGivesTheSameCasesAndFortyDeadLetters()
            throws IOException {
        Path spoiled = Files.createDirectory(folder.resolve("spoiled"));
        List<byte[]> malformed = MalformedRecords.forty();
        spoil("requests", malformed.subList(0, 15), NEVER_LATE, spoiled);
        spoil("observations", malformed.subList(15, 40), NEVER_LATE, spoiled);
        copyReferenceData(spoiled);

        Replay.Result result =
                replay(
                        spoiled,
                        new Replay.Settings(2, StateBackend.ROCKSDB, 4),
                        Console.standardOutput());

        assertThat(result.complete()).isTrue();
        assertThat(result.rejected()).isEqualTo(40);
        assertExpectedCases();
        assertExpectedAlerts();
        Map<String, JsonNode> letters = documents("takedown-dead-letters");
        assertThat(letters).hasSize(40);
        assertThat(letters.values())
                .allSatisfy(
                        letter -> {
                            assertThat(letter.get("reason").asText()).isNotBlank();
                            assertThat(letter.get("detail").asText()).isNotBlank();
                            assertThat(letter.get("original_bytes").binaryValue()).isNotEmpty();
                        });
    }

    @Test
    void explainedFromTheEventsACaseOfEachVerdictAgreesWithWhatWasPublished() throws IOException {
        replay(data, new Replay.Settings(2, StateBackend.HASHMAP, 4), Console.standardOutput());

        Map<String, String> caseOfVerdict = new TreeMap<>();
        documents("takedown-cases")
                .forEach(
                        (caseId, found) ->
                                caseOfVerdict.putIfAbsent(found.get("verdict").asText(), caseId));
        assertThat(caseOfVerdict).containsKey("BREACH");
        caseOfVerdict.forEach(
                (verdict, caseId) -> {
                    CaseReport report =
                            new CaseInquiry(caseId)
                                    .inCluster(
                                            stack.addresses().elasticsearch(),
                                            stack.addresses().kafka());
                    assertThat(report.lines(Language.EN, false))
                            .anyMatch(line -> line.contains("transitions agree with"))
                            .anyMatch(line -> line.contains("Verdict at T        " + verdict));
                    assertThat(report.isConsistent()).isTrue();
                });
    }

    @Test
    void killingFlinkInTheMiddleGivesTheSameDocuments() throws IOException {
        Killer killer = new Killer(stack.flinkPid());

        Replay.Result result =
                replay(
                        data,
                        new Replay.Settings(2, StateBackend.ROCKSDB, 4, Duration.ofSeconds(1)),
                        killer);

        assertThat(killer.struck).isTrue();
        assertThat(result.restarts()).isPositive();
        assertThat(result.complete()).isTrue();
        assertExpectedCases();
        assertExpectedPeriods();
        assertCoverage();
        assertExpectedAlerts();
    }

    /** Kills the Flink process, as {@code kill -9} does, when the job has read about half. */
    private static final class Killer implements Progress {
        private final Progress shown = Console.standardOutput();
        private final long pid;
        private boolean struck;

        Killer(long pid) {
            this.pid = pid;
        }

        @Override
        public void note(String line) {
            shown.note(line);
        }

        @Override
        public void update(String line) {
            shown.update(line);
            if (!struck && line.startsWith("[##########")) {
                struck = ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            }
        }
    }

    private Replay.Result replay(Path input, Replay.Settings settings, Progress progress) {
        return new Replay(stack, progress)
                .run(InputFolder.open(input), folder.resolve("out"), settings);
    }

    @Test
    void eventsThatComeHoursLateGiveTheSameDocuments() throws IOException {
        Path spoiled = Files.createDirectory(folder.resolve("late"));
        spoil("requests", List.of(), 7, spoiled);
        spoil("observations", List.of(), 40, spoiled);
        copyReferenceData(spoiled);

        Replay.Result result =
                replay(
                        spoiled,
                        new Replay.Settings(2, StateBackend.ROCKSDB, 2),
                        Console.standardOutput());

        assertThat(result.complete()).isTrue();
        assertThat(result.rejected()).isZero();
        assertExpectedCases();
        assertExpectedPeriods();
        assertCoverage();
        assertExpectedAlerts();
        assertThat(documents("takedown-cases").values())
                .anyMatch(document -> document.get("restated").asBoolean())
                .anyMatch(document -> !document.get("restated").asBoolean());
    }

    private static void copyReferenceData(Path target) throws IOException {
        for (String name : List.of("providers.jsonl", "policies.jsonl")) {
            Files.copy(data.resolve(name), target.resolve(name));
        }
    }

    /**
     * Shuffles the lines within 20 s of event time, repeats every 30th and mixes others in.
     *
     * @param lateEvery which lines come up to 23 hours late
     */
    private static void spoil(String topic, List<byte[]> malformed, int lateEvery, Path target)
            throws IOException {
        record Line(long at, byte[] bytes) {}
        Random random = new Random(830);
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : lines(data.resolve(topic + ".jsonl.gz"))) {
            long at =
                    java.time.Instant.parse(MAPPER.readTree(line).get("occurred_at").asText())
                            .toEpochMilli();
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            boolean late = random.nextInt(lateEvery) == 0;
            lines.add(new Line(at + random.nextInt(late ? 82_800_000 : 20_000), bytes));
            if (++number % 30 == 0) {
                lines.add(new Line(at + random.nextInt(20_000), bytes));
            }
        }
        lines.sort(Comparator.comparingLong(Line::at));
        List<byte[]> mixed = new ArrayList<>(lines.stream().map(Line::bytes).toList());
        for (byte[] bytes : malformed) {
            mixed.add(random.nextInt(mixed.size()), bytes);
        }
        try (var output = Files.newOutputStream(target.resolve(topic + ".jsonl"))) {
            for (byte[] bytes : mixed) {
                output.write(bytes);
                output.write('\n');
            }
        }
    }

    private void assertExpectedCases() throws IOException {
        assertExpected("takedown-cases", true);
    }

    private void assertExpectedPeriods() throws IOException {
        assertExpected("takedown-provider-periods", false);
    }

    /**
     * A crawl came every 12 hours and saw every listed address, but for that of 5 June 2020 at
     * noon, which is missing.
     */
    private void assertCoverage() throws IOException {
        Map<String, Long> expected = new TreeMap<>();
        for (String line : lines(data.resolve("observations.jsonl.gz"))) {
            JsonNode seen = MAPPER.readTree(line);
            String hour = seen.get("occurred_at").asText().substring(0, 13) + ":00:00.000Z";
            expected.merge(hour + "|" + seen.get("provider_id").asText(), 1L, Long::sum);
        }
        Map<String, Long> actual = new TreeMap<>();
        Map<String, List<String>> silent = new TreeMap<>();
        documents("takedown-coverage")
                .forEach(
                        (id, hour) -> {
                            if (hour.get("observations").asLong() > 0) {
                                actual.put(id, hour.get("observations").asLong());
                                assertThat(hour.get("coverage").asDouble(1)).as(id).isEqualTo(1);
                            } else if (hour.get("open_cases").asLong() > 0) {
                                assertThat(hour.get("coverage").asDouble(1)).as(id).isZero();
                                String at = hour.get("hour").asText();
                                if (at.startsWith("2020-06-05")) {
                                    silent.computeIfAbsent(
                                                    hour.get("provider_id").asText(),
                                                    provider -> new ArrayList<>())
                                            .add(at.substring(11, 13));
                                }
                            }
                        });
        assertThat(actual).isEqualTo(expected);
        List<String> allButMidnight = IntStream.range(1, 24).mapToObj("%02d"::formatted).toList();
        assertThat(silent).isNotEmpty();
        assertThat(silent.values())
                .allSatisfy(hours -> assertThat(hours).isEqualTo(allButMidnight));
    }

    /** Of the kinds that the recorded data tells; and nothing in any alert names the content. */
    private void assertExpectedAlerts() throws IOException {
        List<String> expected = new ArrayList<>();
        Set<String> kinds = new TreeSet<>();
        for (String line : lines(data.resolve("expected").resolve("takedown-facts.ndjson.gz"))) {
            JsonNode fact = MAPPER.readTree(line);
            kinds.add(fact.get("kind").asText());
            expected.add(alert(fact, "at"));
        }
        List<String> actual = new ArrayList<>();
        for (JsonNode alert : documents("takedown-alerts").values()) {
            if (kinds.contains(alert.get("kind").asText())) {
                actual.add(alert(alert, "starts_at"));
            }
        }
        assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(lines(folder.resolve("out").resolve("takedown-alerts.ndjson")))
                .isNotEmpty()
                .noneMatch(line -> line.matches(".*[0-9a-f]{32}.*"))
                .noneMatch(line -> line.contains("://"));
    }

    private static String alert(JsonNode document, String startsAt) {
        return String.join(
                " ",
                document.get("kind").asText(),
                document.get("provider_id").asText(),
                document.get("case_id").asText(),
                document.get(startsAt).asText(),
                document.path("level").isTextual() ? document.get("level").asText() : "-");
    }

    /**
     * @param all whether there must be no other documents
     */
    private void assertExpected(String alias, boolean all) throws IOException {
        Map<String, JsonNode> actual = documents(alias);
        Map<String, JsonNode> expected = new TreeMap<>();
        for (String line : lines(data.resolve("expected").resolve(alias + ".ndjson.gz"))) {
            JsonNode document = MAPPER.readTree(line);
            expected.put(document.get("_id").asText(), document);
        }
        if (all) {
            assertThat(actual.keySet()).isEqualTo(expected.keySet());
        }
        List<String> differences = new ArrayList<>();
        expected.forEach((id, document) -> compare(id, document, actual.get(id), differences));
        assertThat(differences).isEmpty();
    }

    private static void compare(
            String id, JsonNode expected, JsonNode actual, List<String> differences) {
        if (actual == null) {
            differences.add(id + " is missing");
            return;
        }
        Set<String> fields = new TreeSet<>();
        for (Iterator<String> names = expected.fieldNames(); names.hasNext(); ) {
            fields.add(names.next());
        }
        for (Iterator<String> names = actual.fieldNames(); names.hasNext(); ) {
            fields.add(names.next());
        }
        fields.removeAll(NOT_COMPARED);
        for (String field : fields) {
            // Absent is null (contract section 4).
            String wanted = expected.path(field).isNull() ? "" : expected.path(field).asText();
            String found = actual.path(field).isNull() ? "" : actual.path(field).asText();
            if (!wanted.equals(found)) {
                differences.add(id + " " + field + ": " + found + " instead of " + wanted);
            }
        }
    }

    private Map<String, JsonNode> documents(String alias) throws IOException {
        Map<String, JsonNode> documents = new TreeMap<>();
        for (String line : lines(folder.resolve("out").resolve(alias + ".ndjson"))) {
            JsonNode document = MAPPER.readTree(line);
            documents.put(document.get("_id").asText(), document);
        }
        return documents;
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain =
                        file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
