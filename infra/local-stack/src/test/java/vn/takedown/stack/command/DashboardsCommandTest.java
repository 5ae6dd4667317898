package vn.takedown.stack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardsCommandTest {

    private static final int WRONG_USAGE = 2;

    @TempDir private Path folder;

    @Test
    void renderReadsEitherAClusterOrAFolder() {
        int code =
                TakedownCommand.run(
                        "dashboards",
                        "render",
                        "--output=" + folder,
                        "--input=" + folder,
                        "--elasticsearch=http://127.0.0.1:9200");

        assertThat(code).isEqualTo(WRONG_USAGE);
    }

    @Test
    void renderNeedsAFolderThatIsThere() {
        int code =
                TakedownCommand.run(
                        "dashboards",
                        "render",
                        "--output=" + folder,
                        "--input=" + folder.resolve("missing"));

        assertThat(code).isEqualTo(WRONG_USAGE);
    }

    @Test
    void benchNeedsCases() {
        assertThat(TakedownCommand.run("dashboards", "bench", "--cases=0")).isEqualTo(WRONG_USAGE);
    }

    @Test
    void withoutACommandNothingIsDone() {
        assertThat(TakedownCommand.run("dashboards")).isEqualTo(WRONG_USAGE);
    }
}
