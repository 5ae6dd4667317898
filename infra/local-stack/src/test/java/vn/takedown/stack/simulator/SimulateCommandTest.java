package vn.takedown.stack.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimulateCommandTest {

    private static final List<String> FILES =
            List.of(
                    "requests.jsonl.gz",
                    "acknowledgements.jsonl.gz",
                    "observations.jsonl.gz",
                    "providers.jsonl",
                    "policies.jsonl");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theFilesHoldEveryRecordOfTheStreamInItsOrder(@TempDir Path folder) throws IOException {
        SimulationSettings settings =
                SimulationSettings.demo().withDays(3).withDisorder(Duration.ofSeconds(5));
        NationalStream stream = new NationalStream(settings);

        RecordCounts counts = stream.writeTo(folder);

        long records = 0;
        try (BufferedReader observations = lines(folder.resolve("observations.jsonl.gz"));
                BufferedReader requests = lines(folder.resolve("requests.jsonl.gz"))) {
            for (SimulatedRecord record : stream) {
                String value = new String(record.value(), StandardCharsets.UTF_8);
                if (record.topic().equals("takedown.observations.v1")) {
                    assertThat(observations.readLine()).isEqualTo(value);
                } else if (record.topic().equals("takedown.requests.v1")) {
                    assertThat(requests.readLine()).isEqualTo(value);
                }
                records++;
            }
            assertThat(observations.readLine()).isNull();
            assertThat(requests.readLine()).isNull();
        }
        assertThat(counts.total()).isEqualTo(records);
        assertThat(counts.providers()).isBetween(25L, 30L);
        assertThat(Files.readAllLines(folder.resolve("providers.jsonl")))
                .hasSize((int) counts.providers());
        assertThat(Files.readAllLines(folder.resolve("policies.jsonl")))
                .hasSize((int) counts.policies());
    }

    @Test
    void theSameOptionsWriteTheSameFiles(@TempDir Path folder) throws IOException {
        for (String name : List.of("one", "two")) {
            assertThat(
                            run(
                                    "--output",
                                    folder.resolve(name).toString(),
                                    "--days",
                                    "2",
                                    "--items-per-day",
                                    "60",
                                    "--seed",
                                    "7",
                                    "--start",
                                    "2027-01-31T17:00:00Z"))
                    .isZero();
        }

        for (String file : FILES) {
            assertThat(folder.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
        }
        assertThat(out.toString()).contains("records in").contains("29 providers, 8 policies");
    }

    @Test
    void valuesOutOfRangeAreWrongUsage(@TempDir Path folder) {
        assertThat(run("--output", folder.toString(), "--days", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("days is 1 to 3660");
        assertThat(run("--output", folder.toString(), "--items-per-day", "-3")).isEqualTo(2);
        assertThat(run("--output", folder.toString(), "--duplicate-share", "2")).isEqualTo(2);
        assertThat(run("--output", folder.toString(), "--disorder-ms", "-1")).isEqualTo(2);
        assertThat(run("--output", folder.toString(), "--start", "yesterday")).isEqualTo(2);
        assertThat(run("--output", folder.toString(), "--start", "+1000000000-12-31T00:00:00Z"))
                .isEqualTo(2);
        assertThat(run("--output", folder.toString(), "--start", "2026-01-01T00:00:00.0001Z"))
                .isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatCannotBeMadeIsAFailureWithAReason(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThat(run("--output", file.resolve("below").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("could not be written").contains("file");
    }

    private int run(String... options) {
        return new CommandLine(new SimulateCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(options);
    }

    private static BufferedReader lines(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }
}
