package vn.takedown.stack.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.takedown.stack.command.TakedownCommand;
import vn.takedown.stack.job.StateBackend;
import vn.takedown.stack.replay.InputFolder;
import vn.takedown.stack.replay.Replay;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.server.StateFolder;
import vn.takedown.stack.terminal.Console;

/**
 * Every query of every panel against a real Elasticsearch that a replay has filled, its numbers
 * against those computed from the replayed documents.
 */
class DashboardsIT {

    private static final String DATA_SET = "urlhaus-2020q3";

    @TempDir private static Path folder;

    private static LocalStack stack;
    private static Installation installation;
    private static Path documents;

    @BeforeAll
    static void replay() throws IOException {
        installation = Installation.find();
        stack =
                LocalStack.start(
                        installation,
                        StateFolder.resolve(folder.resolve("state"), installation).newRun("test"),
                        2,
                        Console.standardOutput());
        documents = folder.resolve("documents");
        Replay.Result result =
                new Replay(stack, Console.standardOutput())
                        .run(
                                InputFolder.open(
                                        new ProofInput(recorded(), folder, Instant.now()).write()),
                                documents,
                                new Replay.Settings(2, StateBackend.HASHMAP, 2));
        assertThat(result.complete()).isTrue();
        assertThat(result.rejected()).isPositive();
    }

    @AfterAll
    static void stopServers() {
        if (stack != null) {
            stack.close();
        }
    }

    private static Path recorded() {
        String configured = System.getenv("TAKEDOWN_DATA");
        Path shared =
                configured == null
                        ? installation.home().resolveSibling("shared").resolve("data")
                        : Path.of(configured);
        return shared.resolve(DATA_SET).normalize();
    }

    @Test
    void everyPanelShowsWhatTheDocumentsSayAndNoWrongFieldNameGoesUnnoticed() {
        int code =
                NodePrograms.build(installation)
                        .run(
                                "prove/main.js",
                                List.of(
                                        "--elasticsearch=" + stack.addresses().elasticsearch(),
                                        "--replay=" + documents));

        assertThat(code).isZero();
    }

    @Test
    void everyDashboardIsDrawnInBothLanguages() throws IOException {
        Path pages = folder.resolve("pages");

        int code =
                TakedownCommand.run(
                        "dashboards",
                        "render",
                        "--no-pictures",
                        "--elasticsearch=" + stack.addresses().elasticsearch(),
                        "--output=" + pages);

        assertThat(code).isZero();
        assertThat(names(pages.resolve("vi")))
                .isNotEmpty()
                .isEqualTo(names(pages.resolve("en")))
                .isEqualTo(
                        names(installation.home().resolve("infra/grafana/dashboards/vi")));
    }

    private static List<String> names(Path pages) throws IOException {
        try (Stream<Path> files = Files.list(pages)) {
            return files.map(file -> file.getFileName().toString().replaceAll("\\..*", ""))
                    .sorted()
                    .toList();
        }
    }
}
