package vn.takedown.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.takedown.model.oracle.World;
import vn.takedown.report.source.FolderSource;

/**
 * Every cell of every table, computed again from the events by the batch oracle and plain counting.
 * A table or column for which nobody has said how to count it fails. The HTML shows the same.
 */
class TablesAgreeWithOracleTest {

    /** What says what the columns mean, not how much there was of anything. */
    private static final Set<String> NO_FIGURES = Set.of("data-dictionary");

    /** The annex writes six digits. */
    private static final double ROUNDING = 1.1e-6;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyTableIsWhatCountingTheEventsGives(long seed) throws Exception {
        compare(ManyWorlds.withoutPauses(seed));
    }

    @Test
    void everyTableOfSeveralYearsIsWhatCountingTheEventsGives() throws Exception {
        assertThat(compare(ManyWorlds.together(40))).isGreaterThan(5_000);
    }

    /**
     * @return how many cells were compared
     */
    private int compare(World world) throws Exception {
        OracleInput input = OracleInput.of(world);
        int compared = 0;
        if (input.result().cases().isEmpty()) {
            return compared;
        }
        Path documents = Files.createDirectory(folder.resolve("documents"));
        input.write(documents);
        Set<Integer> years = new TreeSet<>();
        input.result().cases().forEach(item -> years.add(Recount.year(item)));
        for (int year : years) {
            Path output = folder.resolve("report-" + year);
            // Rates from one item on, so that they are compared too.
            YearlyReport.write(
                    new ReportRequest(
                            year,
                            Language.EN,
                            new FolderSource(documents),
                            output,
                            null,
                            null,
                            false,
                            1,
                            null),
                    (step, done, total) -> {});
            compared += compare(new Annex(output), input, year);
            assertThat(HtmlTables.requireTheValuesOfTheAnnex(output)).isPositive();
        }
        return compared;
    }

    private static int compare(Annex annex, OracleInput input, int year) throws IOException {
        List<String> ids;
        try (Stream<Path> files = Files.list(annex.report().resolve("annex"))) {
            ids = files.map(file -> file.getFileName().toString().replace(".csv", "")).toList();
        }
        int compared = 0;
        for (String id : ids) {
            if (!NO_FIGURES.contains(id)) {
                compared += compare(id, annex.table(id), expected(id, annex, input, year));
            }
        }
        return compared;
    }

    private static List<Map<String, String>> expected(
            String id, Annex annex, OracleInput input, int year) {
        Recount everything = new Recount(input.result().cases(), input.result().cutOff());
        Recount all = everything.where(item -> Recount.year(item) == year);
        SingleTables single = new SingleTables(input, year, all);
        List<String> columns = annex.columns(id);
        List<GroupedTables.Group> groups = new GroupedTables(input, all, single.strikes()).of(id);
        if (groups != null) {
            return groups.stream().map(group -> row(columns, group)).toList();
        }
        List<List<String>> sheet = new DsaRecount(all, year).of(id);
        if (sheet != null) {
            return sheet.stream().map(values -> row(columns, values)).toList();
        }
        if (id.equals("key-figures")) {
            Recount before = everything.where(item -> Recount.year(item) == year - 1);
            return new KeyFiguresRecount(all, before).rows();
        }
        List<Map<String, String>> backlog = new BacklogRecount(everything, year).of(id);
        List<Map<String, String>> rows = backlog != null ? backlog : single.of(id);
        return rows != null ? rows : fail("no recomputation of the table " + id);
    }

    private static Map<String, String> row(List<String> columns, GroupedTables.Group group) {
        Map<String, String> row = new LinkedHashMap<>();
        for (String column : columns) {
            String name = group.names().get(column);
            row.put(column, name != null ? name : ColumnRecounts.of(column, group.members()));
        }
        return row;
    }

    private static Map<String, String> row(List<String> columns, List<String> values) {
        assertThat(values).hasSameSizeAs(columns);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), values.get(i));
        }
        return row;
    }

    private static int compare(
            String id, List<Map<String, String>> actual, List<Map<String, String>> expected) {
        List<Map<String, String>> left = sorted(actual);
        List<Map<String, String>> right = sorted(expected);
        assertThat(left).as("lines of %s", id).hasSameSizeAs(right);
        int compared = 0;
        for (int i = 0; i < left.size(); i++) {
            Map<String, String> line = left.get(i);
            Map<String, String> wanted = right.get(i);
            assertThat(line.keySet()).as("columns of %s", id).isEqualTo(wanted.keySet());
            for (String column : line.keySet()) {
                if (!isEqual(line.get(column), wanted.get(column))) {
                    assertThat(line.get(column))
                            .as("%s of %s, %s", column, id, line)
                            .isEqualTo(wanted.get(column));
                }
                compared++;
            }
        }
        return compared;
    }

    /** By their names, which stand before their figures. */
    private static List<Map<String, String>> sorted(List<Map<String, String>> rows) {
        List<Map<String, String>> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(row -> String.join("|", row.values())));
        return sorted;
    }

    private static boolean isEqual(String left, String right) {
        if (left.equals(right)) {
            return true;
        }
        String decimal = "-?[0-9]+\\.[0-9]{6}";
        return left.matches(decimal)
                && right.matches(decimal)
                && Math.abs(Double.parseDouble(left) - Double.parseDouble(right)) <= ROUNDING;
    }
}
