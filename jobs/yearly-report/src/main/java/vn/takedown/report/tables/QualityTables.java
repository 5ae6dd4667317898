package vn.takedown.report.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import vn.takedown.model.cohort.PeriodFigures;
import vn.takedown.report.figures.BlindSpell;
import vn.takedown.report.figures.CohortFigures;
import vn.takedown.report.figures.Dimension;
import vn.takedown.report.figures.PeriodRow;
import vn.takedown.report.figures.ProviderInfo;
import vn.takedown.report.figures.YearFigures;
import vn.takedown.report.source.WatchedHours;
import vn.takedown.report.table.Cell;
import vn.takedown.report.table.Column;
import vn.takedown.report.table.Table;

/** How well the monitor itself worked: section 19. */
final class QualityTables {

    /** What rests on no case gives none away. */
    private static final Cell.Count NO_CASES = new Cell.Count("hours", 0);

    private QualityTables() {}

    static Table watching(YearCells year) {
        CohortCells all = year.all();
        return Table.of("watching", 1, Column.code("figure"), Column.mixed("value"))
                .row(new Cell.Code("figure", "unobserved"), all.count("unobserved"))
                .row(new Cell.Code("figure", "unobserved_share"), all.share("unobserved", "due"))
                .row(new Cell.Code("figure", "indeterminate"), all.count("indeterminate"))
                .row(
                        new Cell.Code("figure", "indeterminate_share"),
                        all.share("indeterminate", "due"))
                .row(new Cell.Code("figure", "unconfirmed"), all.count("unconfirmed"))
                .row(
                        new Cell.Code("figure", "gap_median"),
                        all.removedTime(year.figures().gapMedian()))
                .row(new Cell.Code("figure", "restated"), all.count("restated"))
                .build();
    }

    static Table alerts(YearCells year) {
        Table.Builder table =
                Table.of(
                        "alerts",
                        2,
                        Column.code("alert_kind"),
                        Column.code("severity"),
                        Column.count("alerts"));
        year.figures()
                .alerts()
                .forEach(
                        (key, number) ->
                                table.row(
                                        new Cell.Code("alert_kind", key.kind()),
                                        new Cell.Code("severity", key.severity()),
                                        year.counts()
                                                .of(
                                                        "alerts/"
                                                                + key.kind()
                                                                + '/'
                                                                + key.severity(),
                                                        number)));
        return table.build();
    }

    static Table coverage(YearCells year) {
        Table.Builder table =
                Table.of(
                        "coverage",
                        1,
                        Column.text("provider_id"),
                        Column.text("provider"),
                        Column.text("hours"),
                        Column.text("blind_hours"),
                        Column.text("weak_hours"),
                        Column.share("mean_coverage"),
                        Column.code("assessable"));
        WatchedHours[] total = {WatchedHours.NONE};
        year.figures()
                .coverage()
                .forEach(
                        (id, hours) -> {
                            ProviderInfo info = year.figures().providers().get(id);
                            table.row(
                                    false,
                                    coverage(
                                            id,
                                            new Cell.Text(info == null ? id : info.name()),
                                            hours));
                            total[0] = total[0].plus(hours);
                        });
        return total[0].hours() == 0
                ? table.build()
                : table.row(true, coverage("_all", YearCells.TOTAL, total[0])).build();
    }

    /** Hours are no persons: none of them needs to be withheld. */
    private static List<Cell> coverage(String id, Cell name, WatchedHours hours) {
        return List.of(
                new Cell.Text(id),
                name,
                new Cell.Text(Long.toString(hours.hours())),
                new Cell.Text(Long.toString(hours.blindHours())),
                new Cell.Text(Long.toString(hours.weakHours())),
                new Cell.Estimate(hours.coverage(), null, null, NO_CASES),
                new Cell.Code(
                        "assessable",
                        hours.coverage() < WatchedHours.GOOD_COVERAGE ? "NO" : "YES"));
    }

    static Table blindness(YearCells year) {
        Table.Builder table =
                Table.of(
                        "blindness",
                        2,
                        Column.text("provider_id"),
                        Column.text("subject"),
                        Column.moment("blind_from"),
                        Column.moment("blind_until"),
                        Column.time("blind_time"),
                        Column.code("blind_status"));
        for (BlindSpell spell : year.figures().blindSpells()) {
            table.row(
                    new Cell.Text(spell.providerId()),
                    new Cell.Text(spell.subject()),
                    new Cell.Moment(spell.from()),
                    new Cell.Moment(spell.to()),
                    new Cell.Time(spell.to() - spell.from(), null, null, NO_CASES),
                    new Cell.Code("blind_status", spell.goesOn() ? "GOES_ON" : "OVER"));
        }
        return table.build();
    }

    /** Whether what the job added up over the year agrees with what the cases add up to now. */
    static Table crossCheck(YearCells year) {
        YearFigures figures = year.figures();
        long compared = 0;
        List<String> different = new ArrayList<>();
        long cohorts = 0;
        for (PeriodRow row : figures.years()) {
            if (row.year() != figures.year()) {
                continue;
            }
            CohortFigures cohort =
                    row.providerId().equals(PeriodRow.ALL)
                            ? figures.all()
                            : figures.by(Dimension.PROVIDER).get(row.providerId());
            if (cohort == null) {
                different.add(row.providerId());
                continue;
            }
            cohorts++;
            for (Map.Entry<String, Long> figure :
                    new TreeMap<>(comparable(cohort.period())).entrySet()) {
                compared++;
                if (!Objects.equals(figure.getValue(), row.count(figure.getKey()))) {
                    different.add(row.providerId() + ' ' + figure.getKey());
                }
            }
            compared++;
            if (!Objects.equals(cohort.period().kmMedian(), row.millis("km_median_ms"))) {
                different.add(row.providerId() + " km_median_ms");
            }
        }
        Cell none = cohorts == 0 ? Cell.Missing.UNKNOWN : null;
        return Table.of("cross-check", 1, Column.code("figure"), Column.text("value"))
                .row(new Cell.Code("figure", "cohorts"), new Cell.Text(Long.toString(cohorts)))
                .row(
                        new Cell.Code("figure", "compared"),
                        none != null ? none : new Cell.Text(Long.toString(compared)))
                .row(
                        new Cell.Code("figure", "different"),
                        none != null ? none : new Cell.Text(Long.toString(different.size())))
                .row(
                        new Cell.Code("figure", "which_differ"),
                        different.isEmpty()
                                ? Cell.Missing.NOT_APPLICABLE
                                : new Cell.Text(
                                        String.join(
                                                "; ",
                                                different.subList(
                                                        0, Math.min(20, different.size())))))
                .build();
    }

    private static Map<String, Long> comparable(PeriodFigures period) {
        return Map.ofEntries(
                Map.entry("issued", period.issued()),
                Map.entry("eligible", period.eligible()),
                Map.entry("on_time", period.onTime()),
                Map.entry("breach", period.breach()),
                Map.entry("indeterminate", period.indeterminate()),
                Map.entry("pending", period.pending()),
                Map.entry("overdue", period.overdue()),
                Map.entry("unobserved", period.unobserved()),
                Map.entry("unconfirmed", period.unconfirmed()),
                Map.entry("removed", period.removed()),
                Map.entry("acknowledged", period.acknowledged()),
                Map.entry("claimed", period.claimed()),
                Map.entry("false_claims", period.falseClaims()),
                Map.entry("reinstated", period.reinstated()),
                Map.entry("recidivism_strict", period.recidivismStrict()),
                Map.entry("recidivism_loose", period.recidivismLoose()),
                Map.entry("within_24h", period.within24h()),
                Map.entry("within_48h", period.within48h()),
                Map.entry("within_7d", period.within7d()),
                Map.entry("within_28d", period.within28d()));
    }
}
