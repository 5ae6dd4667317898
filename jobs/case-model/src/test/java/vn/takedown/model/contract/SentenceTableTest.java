package vn.takedown.model.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The table "Sentence → test" in {@code jobs/case-model/README.md} must not rot. */
class SentenceTableTest {

    private static final Pattern ROW =
            Pattern.compile("\\| (?<item>2|3|6\\.\\d+) \\| (?<sentence>.+) \\| (?<tests>.+) \\|");
    private static final Pattern TEST = Pattern.compile("`(?<type>\\w+)\\.(?<method>\\w+)`");
    private static final List<String> PACKAGES =
            List.of(
                    "vn.takedown.model.contract",
                    "vn.takedown.model.cohort",
                    "vn.takedown.model.cases");

    private record Row(String item, String sentence, List<String> tests) {}

    @Test
    void everyTestThatTheTableNamesExists() throws IOException {
        for (Row row : rows()) {
            assertThat(row.tests()).as(row.sentence()).isNotEmpty();
            for (String test : row.tests()) {
                assertThat(isTest(test)).as("%s, named for: %s", test, row.sentence()).isTrue();
            }
        }
    }

    @Test
    void theTableHasEverySectionOnTimeObservationsCasesAndFigures() throws IOException {
        Set<String> items = rows().stream().map(Row::item).collect(Collectors.toSet());
        // Section 6, item 17 is about alerts alone.
        assertThat(items)
                .containsExactlyInAnyOrder(
                        "2", "3", "6.5", "6.6", "6.7", "6.8", "6.9", "6.10", "6.11", "6.12", "6.13",
                        "6.14", "6.15", "6.16", "6.18", "6.19", "6.20");
    }

    @Test
    void noSentenceIsListedTwice() throws IOException {
        assertThat(rows()).extracting(Row::sentence).doesNotHaveDuplicates();
    }

    private static List<Row> rows() throws IOException {
        Path readme = Path.of(System.getProperty("basedir", "."), "README.md");
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(readme)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                List<String> tests =
                        TEST.matcher(row.group("tests"))
                                .results()
                                .map(found -> found.group(1) + "." + found.group(2))
                                .toList();
                rows.add(new Row(row.group("item"), row.group("sentence"), tests));
            }
        }
        return rows;
    }

    private static boolean isTest(String name) {
        String[] parts = name.split("\\.");
        return PACKAGES.stream()
                .flatMap(place -> methods(place + "." + parts[0]))
                .filter(method -> method.getName().equals(parts[1]))
                .anyMatch(
                        method ->
                                method.isAnnotationPresent(Test.class)
                                        || method.isAnnotationPresent(ParameterizedTest.class)
                                        || method.isAnnotationPresent(Property.class));
    }

    private static Stream<Method> methods(String type) {
        try {
            return Arrays.stream(Class.forName(type).getDeclaredMethods());
        } catch (ClassNotFoundException elsewhere) {
            return Stream.empty();
        }
    }
}
