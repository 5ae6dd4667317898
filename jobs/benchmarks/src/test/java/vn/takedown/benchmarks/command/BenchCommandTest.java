package vn.takedown.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {

    private static final int WRONG_USAGE = 2;

    @TempDir private Path folder;

    @Test
    void tooFewEventsForTheKeysAreWrongUsage() {
        assertThat(bench("--events", "100", "--keys", "100")).isEqualTo(WRONG_USAGE);
    }

    @Test
    void noRunsAreWrongUsage() {
        assertThat(bench("--runs", "0")).isEqualTo(WRONG_USAGE);
    }

    @Test
    void withoutAnOutputFileNothingIsMeasured() {
        assertThat(BenchCommand.run("--events", "100")).isEqualTo(WRONG_USAGE);
    }

    private int bench(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--output";
        all[arguments.length + 1] = folder.resolve("figures.json").toString();
        return BenchCommand.run(all);
    }
}
