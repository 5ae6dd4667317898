package vn.takedown.stack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExplainCommandTest {

    private static final String EXAMPLES = Path.of("..", "examples", "cases").toString();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aCaseIsExplainedFromAFolder() {
        assertThat(run("--input", EXAMPLES, "2026-0002/1")).isZero();
        assertThat(out.toString()).contains("TAKEDOWN CASE 2026-0002/1", "PROOF OF BREACH");
    }

    @Test
    void aCaseIsExplainedInVietnamese() {
        assertThat(run("--input", EXAMPLES, "--lang", "vi", "2026-0002/1")).isZero();
        assertThat(out.toString()).contains("BẰNG CHỨNG VI PHẠM");
    }

    @Test
    void allObservationsAreListedOneByOneWhenAskedFor() {
        run("--input", EXAMPLES, "2026-0001/1");
        assertThat(out.toString()).contains("8 more observations").doesNotContain("obs-0005");
        run("--input", EXAMPLES, "--all", "2026-0001/1");
        assertThat(out.toString()).contains("obs-0005");
    }

    @Test
    void aCaseThatIsNotThereIsAFailureWithAReason() {
        assertThat(run("--input", EXAMPLES, "no/such")).isEqualTo(1);
        assertThat(err.toString())
                .contains("No valid ISSUED event of case no/such")
                .hasLineCount(1);
    }

    @Test
    void aClusterThatDoesNotAnswerIsAFailureThatSaysWhatToDo() {
        assertThat(run("--elasticsearch", "http://localhost:1", "2026-0002/1")).isEqualTo(1);
        assertThat(err.toString()).contains("does not answer", "infra/takedown up").hasLineCount(1);
    }

    @Test
    void withoutAStackTheFailureSaysHowToStartOne(@TempDir Path state) {
        System.setProperty("takedown.home", Path.of("..", "..").toString());
        assertThat(run("--state-dir", state.toString(), "2026-0002/1")).isEqualTo(1);
        assertThat(err.toString()).contains("No stack runs", "--input DIR").hasLineCount(1);
    }

    @Test
    void optionsThatDoNotFitTogetherAreWrongUsage(@TempDir Path folder) {
        assertThat(run("--input", EXAMPLES, "--elasticsearch", "http://localhost:1", "a/b"))
                .isEqualTo(2);
        assertThat(run("--kafka", "localhost:1", "a/b")).isEqualTo(2);
        assertThat(run("--elasticsearch", "localhost", "a/b")).isEqualTo(2);
        assertThat(run("--lang", "fr", "a/b")).isEqualTo(2);
        assertThat(run("--input", folder.toString(), "a/b")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    private int run(String... options) {
        return new CommandLine(new ExplainCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(options);
    }
}
