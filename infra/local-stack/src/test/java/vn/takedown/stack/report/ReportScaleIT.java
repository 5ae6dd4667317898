package vn.takedown.stack.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import vn.takedown.compliance.sink.elasticsearch.ElasticsearchConnection;
import vn.takedown.compliance.sink.elasticsearch.ElasticsearchSetup;
import vn.takedown.compliance.sink.elasticsearch.IndexSettings;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.server.StateFolder;
import vn.takedown.stack.terminal.Console;

/**
 * The command over a million cases in a real Elasticsearch on the same machine, as a user calls it.
 * Run by hand: {@code mvn -pl infra/local-stack -am verify -Dtest=none -Dit.test=ReportScaleIT
 * -Dtakedown.measure=true -Dsurefire.failIfNoSpecifiedTests=false
 * -Dfailsafe.failIfNoSpecifiedTests=false}.
 */
@EnabledIfSystemProperty(named = "takedown.measure", matches = "true")
class ReportScaleIT {

    private static final int CASES = 1_000_000;
    private static final int HOURS = 365 * 24;
    private static final int WATCHED_PROVIDERS = 20;
    private static final int BATCH = 5_000;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long HEAP_MIB = 1024;

    /** What the heap held before a collection, after it, and how large it was. */
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");

    @TempDir private Path folder;

    @Test
    void aMillionCasesTakeAMinuteAndAGigabyteOfHeap() throws Exception {
        Installation installation = Installation.find();
        try (LocalStack stack =
                LocalStack.startWithoutFlink(
                        installation,
                        StateFolder.resolve(folder.resolve("state"), installation).newRun("scale"),
                        Console.standardOutput())) {
            URI elasticsearch = stack.addresses().elasticsearch();
            ElasticsearchSetup.apply(
                    ElasticsearchConnection.to(elasticsearch.toString()),
                    IndexSettings.singleNode());
            Index index = new Index(elasticsearch);
            load(index, "takedown-cases", CASES, new ManyCases()::line);
            load(
                    index,
                    "takedown-coverage",
                    WATCHED_PROVIDERS * HOURS,
                    number -> ManyCases.hour(number / HOURS, number % HOURS));

            long started = System.nanoTime();
            Process report = report(installation, elasticsearch);
            assertThat(report.waitFor(5, TimeUnit.MINUTES)).isTrue();
            Duration took = Duration.ofNanos(System.nanoTime() - started);

            String output = Files.readString(folder.resolve("output"));
            long heap = greatestHeap(1);
            System.out.printf(
                    "%s%n%d cases: %.1f s, greatest heap %d MiB, after a collection %d MiB%n",
                    output, CASES, took.toMillis() / 1000.0, heap, greatestHeap(2));
            assertThat(report.exitValue()).as(output).isZero();
            assertThat(output).contains("Cases of 2026: " + CASES, "%");
            assertThat(heap).isLessThanOrEqualTo(HEAP_MIB);
            assertThat(took).isLessThanOrEqualTo(LIMIT);
        }
    }

    private static void load(Index index, String alias, int count, IntFunction<String> document)
            throws Exception {
        StringBuilder body = new StringBuilder();
        for (int number = 0; number < count; number++) {
            body.append("{\"index\":{}}\n").append(document.apply(number)).append('\n');
            if (number % BATCH == BATCH - 1 || number == count - 1) {
                index.bulk(alias, body.toString(), false);
                body.setLength(0);
            }
        }
        index.send("POST", "/" + alias + "/_refresh", "");
        System.out.println("Loaded " + count + " documents into " + alias + ".");
    }

    private Process report(Installation installation, URI elasticsearch) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        installation.home().resolve("infra").resolve("takedown").toString(),
                        "report",
                        "--year=2026",
                        "--lang=vi",
                        "--elasticsearch=" + elasticsearch,
                        "--output=" + folder.resolve("report"));
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Xlog:gc:file=" + collections());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private Path collections() {
        return folder.resolve("collections.log");
    }

    private long greatestHeap(int group) throws IOException {
        return COLLECTION
                .matcher(Files.readString(collections()))
                .results()
                .mapToLong(collection -> Long.parseLong(collection.group(group)))
                .max()
                .orElseThrow();
    }
}
