package vn.takedown.compliance.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.takedown.model.alerting.AlertKind;

/** The README's table of kinds, rules and tests is complete, and what it names is there. */
class AlertTableTest {

    private static final Path README = Path.of("README.md");
    private static final Path RUNBOOK = Path.of("../../infra/alertmanager/RUNBOOK.md");

    private static final Pattern TEST = Pattern.compile("`(\\w+Test)#(\\w+)`");

    @ParameterizedTest
    @EnumSource
    void everyKindHasOneRowWithARule(AlertKind kind) throws IOException {
        assertThat(rows(kind))
                .singleElement()
                .satisfies(
                        row ->
                                assertThat(row.split("\\|"))
                                        .as("kind, fires, is over, link")
                                        .hasSize(5)
                                        .noneMatch(cell -> cell.isBlank() && !cell.isEmpty()));
    }

    @ParameterizedTest
    @EnumSource
    void everyRowLeadsToAnEntryOfTheRunbookThatSaysWhatToDo(AlertKind kind) throws IOException {
        String entry = kind.name().toLowerCase(Locale.ROOT);
        assertThat(rows(kind).get(0)).contains("RUNBOOK.md#" + entry);
        String runbook = Files.readString(RUNBOOK) + "\n## ";
        int from = runbook.indexOf("## " + entry + "\n");
        assertThat(from).as("the entry %s", entry).isNotNegative();
        assertThat(runbook.substring(from, runbook.indexOf("\n## ", from)))
                .contains("**Means**", "**Check**", "**Call**", "**Over**");
    }

    @Test
    void theTestsOfFiringOfResolvingAndOfSayingItOnceAreThereAndRunForEveryKind() throws Exception {
        Matcher named = TEST.matcher(Files.readString(README));
        int tests = 0;
        while (named.find()) {
            Class<?> test = Class.forName("vn.takedown.model.cases." + named.group(1));
            assertThat(Arrays.stream(test.getDeclaredMethods()))
                    .filteredOn(method -> method.getName().equals(named.group(2)))
                    .singleElement()
                    .satisfies(
                            method ->
                                    assertThat(method.getAnnotation(EnumSource.class).mode())
                                            .isEqualTo(EnumSource.Mode.INCLUDE));
            tests++;
        }
        assertThat(tests).isEqualTo(3);
    }

    private static List<String> rows(AlertKind kind) throws IOException {
        try (Stream<String> lines = Files.lines(README)) {
            return lines.filter(line -> line.startsWith("| `" + kind + "` |")).toList();
        }
    }
}
