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
 * <p>Zero is published: it says something about nobody. A count of the whole country is withheld
 * when it is small, but not protected against subtraction: it is about no provider and no group,
 * and protecting it would cost the figures that the report is for.
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
            Set<String> determined = Derivation.determined(counts.sums(), unknown);
            List<String> exposed =
                    determined.stream()
                            .filter(shown::contains)
                            .filter(id -> isSmall(counts.value(id)))
                            .filter(id -> !counts.isNational(id))
                            .sorted()
                            .toList();
            if (exposed.isEmpty()) {
                // What follows from the rest anyway is withheld for nothing.
                withheld.removeIf(id -> !isSmall(counts.value(id)) && determined.contains(id));
                return withheld;
            }
            for (String id : exposed) {
                withheld.add(cover(id, shown, withheld, counts));
            }
        }
    }

    /**
     * One more count to withhold so that this one is harder to work out: one that it adds up with,
     * or failing that one that adds up with those, and so on.
     */
    private static String cover(String id, Set<String> shown, Set<String> withheld, Counts counts) {
        Set<String> reached = new HashSet<>(Set.of(id));
        while (true) {
            Set<String> next = new HashSet<>(reached);
            for (Counts.Sum sum : counts.sums()) {
                if (reached.contains(sum.total())
                        || sum.parts().stream().anyMatch(reached::contains)) {
                    next.add(sum.total());
                    next.addAll(sum.parts());
                }
            }
            String best = null;
            for (String candidate : next) {
                if (shown.contains(candidate)
                        && !withheld.contains(candidate)
                        && (best == null || isBetter(candidate, best, counts))) {
                    best = candidate;
                }
            }
            if (best != null) {
                return best;
            }
            if (next.size() == reached.size()) {
                throw new IllegalStateException(id + " cannot be kept from being worked out");
            }
            reached = next;
        }
    }

    /** A figure of the whole country is the last to go; else the smallest that is not zero. */
    private static boolean isBetter(String candidate, String best, Counts counts) {
        if (counts.isNational(candidate) != counts.isNational(best)) {
            return counts.isNational(best);
        }
        long left = counts.value(candidate);
        long right = counts.value(best);
        if ((left == 0) != (right == 0)) {
            return right == 0;
        }
        return left != right ? left < right : candidate.compareTo(best) < 0;
    }
}
