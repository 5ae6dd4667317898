package vn.takedown.report.restatement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.takedown.report.figures.RestatedChange;
import vn.takedown.report.figures.YearFigures;
import vn.takedown.report.output.CsvText;
import vn.takedown.report.table.Cell;
import vn.takedown.report.table.Column;
import vn.takedown.report.table.Table;

/**
 * Every figure that is not what an earlier report for the same year said, and why as far as the log
 * tells. Limits of intervals are not listed: they follow their figure.
 */
public final class Restatements {

    private static final Set<String> WITHDRAWALS = Set.of("WITHDRAWN", "HELD", "UNDELIVERABLE");
    private static final String ABSENT = "";

    private final YearFigures figures;
    private final PreviousReport previous;
    private final boolean otherPolicies;
    private final Map<String, Long> newCauses = new HashMap<>();
    private final Set<String> providersRestated = new HashSet<>();

    private Restatements(YearFigures figures, PreviousReport previous) {
        this.figures = figures;
        this.previous = previous;
        figures.restatedChanges().stream()
                .map(RestatedChange::providerId)
                .forEach(providersRestated::add);
        Map<String, Long> causesBefore = causes(previous.annex().get("restatement-causes"));
        figures.restatements()
                .forEach(
                        (cause, number) -> {
                            long more = number - causesBefore.getOrDefault(cause, 0L);
                            if (more > 0) {
                                newCauses.put(cause, more);
                            }
                        });
        this.otherPolicies = !policies(figures).equals(previous.policies());
    }

    /**
     * @param tables of the present report
     */
    public static Table of(YearFigures figures, PreviousReport previous, List<Table> tables) {
        return new Restatements(figures, previous).compare(tables);
    }

    private static Set<String> policies(YearFigures figures) {
        Set<String> policies = new TreeSet<>();
        figures.policies().stream()
                .filter(policy -> policy.cases() > 0)
                .forEach(policy -> policies.add(policy.policyId() + '|' + policy.version()));
        return policies;
    }

    private static Map<String, Long> causes(List<List<String>> lines) {
        Map<String, Long> causes = new HashMap<>();
        if (lines != null) {
            for (List<String> line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                // A withheld number counts as none: the reason is then rather given than not.
                causes.put(
                        line.get(0),
                        line.get(1).matches("[0-9]+") ? Long.parseLong(line.get(1)) : 0);
            }
        }
        return causes;
    }

    private Table compare(List<Table> tables) {
        Table.Builder changes =
                Table.of(
                        "restatements",
                        3,
                        Column.text("table"),
                        Column.text("row"),
                        Column.text("column"),
                        Column.text("before"),
                        Column.text("after"),
                        Column.code("why"),
                        Column.text("late_changes"));
        for (Table table : tables) {
            Map<String, Map<String, String>> before =
                    rows(previous.annex().get(table.id()), table.keys());
            Map<String, Map<String, String>> after =
                    rows(CsvText.parse(CsvText.of(table)), table.keys());
            Set<String> keys = new TreeSet<>(before.keySet());
            keys.addAll(after.keySet());
            for (String key : keys) {
                compare(
                        changes,
                        table,
                        key,
                        before.getOrDefault(key, Map.of()),
                        after.getOrDefault(key, Map.of()));
            }
        }
        return changes.build();
    }

    private void compare(
            Table.Builder changes,
            Table table,
            String key,
            Map<String, String> before,
            Map<String, String> after) {
        for (Column column : table.columns().subList(table.keys(), table.columns().size())) {
            String name = column.annexNames().get(0);
            String old = before.getOrDefault(name, ABSENT);
            String now = after.getOrDefault(name, ABSENT);
            if (!old.equals(now)) {
                boolean provider = table.columns().get(0).id().equals("provider_id");
                changes.row(
                        new Cell.Text(table.id()),
                        new Cell.Text(key),
                        new Cell.Text(name),
                        shown(old),
                        shown(now),
                        new Cell.Codes("why", reasons(provider ? key : null)),
                        new Cell.Text(
                                Long.toString(
                                        newCauses.values().stream().mapToLong(n -> n).sum())));
            }
        }
    }

    private static Cell shown(String value) {
        return value.equals(ABSENT) ? Cell.Missing.NOT_APPLICABLE : new Cell.Text(value);
    }

    /**
     * @param provider the figure is about it alone; null when it is not about one
     */
    private List<String> reasons(String provider) {
        List<String> reasons = new ArrayList<>();
        boolean touched =
                provider == null || provider.equals("_all") || providersRestated.contains(provider);
        if (touched && newCauses.keySet().stream().anyMatch(c -> !WITHDRAWALS.contains(c))) {
            reasons.add("late_events");
        }
        if (touched && newCauses.keySet().stream().anyMatch(WITHDRAWALS::contains)) {
            reasons.add("withdrawal");
        }
        if (otherPolicies) {
            reasons.add("policy");
        }
        if (figures.cutOff() > previous.cutOff()) {
            reasons.add("cut_off");
        }
        return reasons.isEmpty() ? List.of("unknown") : reasons;
    }

    /** Values by column, by the row's keys. */
    private static Map<String, Map<String, String>> rows(List<List<String>> lines, int keys) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        if (lines == null || lines.isEmpty()) {
            return rows;
        }
        List<String> head = lines.get(0);
        for (List<String> line : lines.subList(1, lines.size())) {
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = keys; i < Math.min(head.size(), line.size()); i++) {
                values.put(head.get(i), line.get(i));
            }
            rows.put(String.join(" / ", line.subList(0, Math.min(keys, line.size()))), values);
        }
        return rows;
    }
}
