package vn.takedown.stack.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.takedown.stack.client.ElasticsearchClient;
import vn.takedown.stack.command.TakedownCommand;
import vn.takedown.stack.documents.DocumentImport;
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

    /** One with open, overdue, waiting and wrongly claimed cases. */
    private static final String PROVIDER = "host-to-vo";

    private static final String DATA_SET = "urlhaus-2020q3";

    /** Where pictures go, if any are wanted. */
    private static final String PICTURES = System.getProperty("takedown.pictures");

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
                                        new ProofInput(recorded(), season(), folder).write()),
                                documents,
                                new Replay.Settings(2, StateBackend.HASHMAP, 2));
        assertThat(result.complete()).isTrue();
        assertThat(result.rejected()).isPositive();
        Path dated = folder.resolve("dated");
        ProofInput.dateBackDeadLetters(documents, dated);
        new DocumentImport(new ElasticsearchClient(stack.addresses().elasticsearch()))
                .readFrom(dated);
    }

    @AfterAll
    static void stopServers() {
        if (stack != null) {
            stack.close();
        }
    }

    private static ProofInput.Season season() {
        return PICTURES == null ? ProofInput.Season.MONTH : ProofInput.Season.HALF_A_YEAR;
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
                                        "--replay=" + documents,
                                        "--now=" + ProofInput.END,
                                        "--variable=provider:provider=" + PROVIDER));

        assertThat(code).isZero();
    }

    /**
     * Job health is drawn where a job runs, by LiveJobIT. With {@code -Dtakedown.pictures=DIR}
     * pages and pictures are kept there.
     */
    @Test
    void everyDashboardOfDocumentsIsDrawnInBothLanguages() throws IOException {
        Path pages = PICTURES == null ? folder.resolve("pages") : Path.of(PICTURES);
        List<String> arguments = new ArrayList<>();
        Collections.addAll(
                arguments,
                "dashboards",
                "render",
                "--now=" + ProofInput.END,
                "--variable=provider:provider=" + PROVIDER,
                "--elasticsearch=" + stack.addresses().elasticsearch(),
                "--output=" + pages);
        List<String> dashboards =
                names(installation.home().resolve("infra/grafana/dashboards/vi")).stream()
                        .filter(name -> !name.equals("job"))
                        .toList();
        dashboards.forEach(name -> arguments.add("--dashboard=" + name));
        if (PICTURES == null) {
            arguments.add("--no-pictures");
        }

        int code = TakedownCommand.run(arguments.toArray(String[]::new));

        assertThat(code).isZero();
        for (String language : List.of("vi", "en")) {
            assertThat(names(pages.resolve(language))).containsAll(dashboards);
        }
    }

    private static List<String> names(Path pages) throws IOException {
        try (Stream<Path> files = Files.list(pages)) {
            return files.map(file -> file.getFileName().toString().replaceAll("\\..*", ""))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}
