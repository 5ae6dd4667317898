package vn.takedown.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

/** Tables with totals of rows and columns, as the report has them. */
class DisclosureTest {

    @Provide
    Arbitrary<List<Integer>> cells() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.integers().between(0, 6)),
                        Tuple.of(2, Arbitraries.integers().between(7, 200)))
                .list()
                .ofSize(12);
    }

    @Property(tries = 500)
    void noSmallCountIsShown(@ForAll("cells") @Size(12) List<Integer> cells) {
        Grid grid = new Grid(cells);

        for (String id : grid.visible()) {
            assertThat(grid.counts.value(id)).isNotIn(1L, 2L, 3L, 4L);
        }
    }

    /** Whoever knows all that is shown cannot work out a small count: another table fits too. */
    @Property(tries = 500)
    void noSmallCountFollowsFromTheTotals(@ForAll("cells") @Size(12) List<Integer> cells) {
        Grid grid = new Grid(cells);
        Set<String> hidden = new HashSet<>(grid.shown);
        hidden.removeAll(grid.visible());

        for (String id : hidden) {
            long value = grid.counts.value(id);
            if (value > 0 && value < Disclosure.SMALLEST) {
                assertThat(grid.canDiffer(id, hidden)).as("%s of %s", id, cells).isTrue();
            }
        }
    }

    /** Three rows and four columns, with totals; every count is shown unless withheld. */
    private static final class Grid {

        private static final int ROWS = 3;
        private static final int COLUMNS = 4;

        private final Counts counts = new Counts();
        private final Set<String> shown = new HashSet<>();

        Grid(List<Integer> cells) {
            long[] rows = new long[ROWS];
            long[] columns = new long[COLUMNS];
            long all = 0;
            for (int row = 0; row < ROWS; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    int value = cells.get(row * COLUMNS + column);
                    add(row + "-" + column, value);
                    rows[row] += value;
                    columns[column] += value;
                    all += value;
                }
            }
            add("all", all);
            for (int row = 0; row < ROWS; row++) {
                add(row + "-all", rows[row]);
                counts.sum(row + "-all", line(row, -1));
            }
            for (int column = 0; column < COLUMNS; column++) {
                add("all-" + column, columns[column]);
                counts.sum("all-" + column, line(-1, column));
            }
            counts.sum("all", List.of("0-all", "1-all", "2-all"));
            counts.sum("all", List.of("all-0", "all-1", "all-2", "all-3"));
        }

        private void add(String id, long value) {
            counts.of(id, value);
            shown.add(id);
        }

        private static List<String> line(int row, int column) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < (row < 0 ? ROWS : COLUMNS); i++) {
                ids.add(row < 0 ? i + "-" + column : row + "-" + i);
            }
            return ids;
        }

        Set<String> visible() {
            Set<String> visible = new HashSet<>(shown);
            visible.removeAll(Disclosure.withheld(shown, counts));
            return visible;
        }

        /**
         * Whether the hidden counts have another solution in which this one differs: by Gaussian
         * elimination in doubles, another way than the one under test.
         */
        boolean canDiffer(String id, Set<String> hidden) {
            List<String> names = List.copyOf(hidden);
            List<double[]> equations = new ArrayList<>();
            for (Counts.Sum sum : counts.sums()) {
                double[] equation = new double[names.size()];
                for (int i = 0; i < equation.length; i++) {
                    equation[i] =
                            names.get(i).equals(sum.total())
                                    ? -1
                                    : sum.parts().contains(names.get(i)) ? 1 : 0;
                }
                equations.add(equation);
            }
            double[] unit = new double[names.size()];
            unit[names.indexOf(id)] = 1;
            int rank = rank(equations);
            equations.add(unit);
            return rank(equations) > rank;
        }

        private static int rank(List<double[]> rows) {
            List<double[]> left = new ArrayList<>(rows.stream().map(double[]::clone).toList());
            int rank = 0;
            int width = left.get(0).length;
            for (int column = 0; column < width; column++) {
                int at = column;
                double[] pivot =
                        left.stream()
                                .filter(row -> Math.abs(row[at]) > 1e-9)
                                .findFirst()
                                .orElse(null);
                if (pivot == null) {
                    continue;
                }
                left.remove(pivot);
                rank++;
                for (double[] row : left) {
                    double factor = row[column] / pivot[column];
                    for (int i = 0; i < width; i++) {
                        row[i] -= factor * pivot[i];
                    }
                }
            }
            return rank;
        }
    }
}
