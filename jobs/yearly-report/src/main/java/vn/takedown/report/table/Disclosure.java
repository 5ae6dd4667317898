package vn.takedown.report.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a report's tables may become public. Counts from 1 to 4 may not; neither may what would
 * give them away: when the sums that the report shows let somebody work one out, further counts are
 * withheld until they do not. What rests on a withheld count is withheld with it.
 *
 * <p>Zero is published: it says something about nobody.
 */
public final class Disclosure {

    /** The smallest count that may be published, beside zero. */
    public static final int SMALLEST = 5;

    private Disclosure() {}

    /** The tables with everything withheld that must be. */
    public static List<Table> publish(List<Table> tables, Counts counts) {
        Set<String> withheld = withheld(shown(tables), counts);
        return tables.stream().map(table -> publish(table, withheld)).toList();
    }

    private static Table publish(Table table, Set<String> withheld) {
        List<Row> rows = new ArrayList<>();
        for (Row row : table.rows()) {
            rows.add(
                    new Row(
                            row.cells().stream().map(cell -> publish(cell, withheld)).toList(),
                            row.total()));
        }
        return table.withRows(rows);
    }

    private static Cell publish(Cell cell, Set<String> withheld) {
        boolean hidden = false;
        if (cell instanceof Cell.Count count) {
            hidden = isHidden(count, withheld);
        } else if (cell instanceof Cell.Share share) {
            hidden = isHidden(share.part(), withheld) || isHidden(share.whole(), withheld);
        } else if (cell instanceof Cell.Estimate estimate) {
            hidden = isHidden(estimate.basis(), withheld);
        } else if (cell instanceof Cell.Time time) {
            hidden = isHidden(time.basis(), withheld);
        }
        return hidden ? Cell.Missing.SUPPRESSED : cell;
    }

    private static boolean isHidden(Cell.Count count, Set<String> withheld) {
        return isSmall(count.value()) || withheld.contains(count.id());
    }

    private static boolean isSmall(long value) {
        return value > 0 && value < SMALLEST;
    }

    /** The ids of all counts that a reader of the tables can see or work out from a share. */
    private static Set<String> shown(List<Table> tables) {
        Set<String> shown = new LinkedHashSet<>();
        for (Table table : tables) {
            for (Row row : table.rows()) {
                for (Cell cell : row.cells()) {
                    if (cell instanceof Cell.Count count) {
                        shown.add(count.id());
                    } else if (cell instanceof Cell.Share share) {
                        shown.add(share.part().id());
                        shown.add(share.whole().id());
                    }
                }
            }
        }
        return shown;
    }

    /**
     * The ids of the counts that may not be shown.
     *
     * @param shown ids of the counts that would be shown if all were harmless
     */
    public static Set<String> withheld(Set<String> shown, Counts counts) {
        Set<String> withheld = new LinkedHashSet<>();
        for (String id : shown) {
            if (isSmall(counts.value(id))) {
                withheld.add(id);
            }
        }
        while (true) {
            Set<String> unknown = new HashSet<>(counts.values().keySet());
            unknown.removeIf(id -> shown.contains(id) && !withheld.contains(id));
            List<String> exposed =
                    Derivation.determined(counts.sums(), unknown).stream()
                            .filter(id -> isSmall(counts.value(id)))
                            .toList();
            if (exposed.isEmpty()) {
                return withheld;
            }
            for (String id : exposed) {
                protect(id, shown, withheld, counts);
            }
        }
    }

    /** Withholds one more count of the first sum through which this one can be worked out. */
    private static void protect(String id, Set<String> shown, Set<String> withheld, Counts counts) {
        String best = null;
        boolean protectedAlready = true;
        for (Counts.Sum sum : counts.sums()) {
            if (!sum.total().equals(id) && !sum.parts().contains(id)) {
                continue;
            }
            List<String> candidates = new ArrayList<>(sum.parts());
            candidates.add(sum.total());
            candidates.removeIf(
                    other ->
                            other.equals(id) || !shown.contains(other) || withheld.contains(other));
            if (candidates.isEmpty()) {
                continue;
            }
            protectedAlready = false;
            for (String candidate : candidates) {
                if (best == null || isBetter(candidate, best, counts)) {
                    best = candidate;
                }
            }
        }
        if (protectedAlready) {
            throw new IllegalStateException(id + " cannot be kept from being worked out");
        }
        withheld.add(best);
    }

    /** The smallest that is not zero costs the reader least. */
    private static boolean isBetter(String candidate, String best, Counts counts) {
        long left = counts.value(candidate);
        long right = counts.value(best);
        if ((left == 0) != (right == 0)) {
            return right == 0;
        }
        return left != right ? left < right : candidate.compareTo(best) < 0;
    }
}
