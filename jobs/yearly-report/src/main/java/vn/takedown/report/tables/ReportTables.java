package vn.takedown.report.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.takedown.report.figures.Dimension;
import vn.takedown.report.figures.YearFigures;
import vn.takedown.report.table.Disclosure;
import vn.takedown.report.table.Table;

/** All tables of a report, in the order of its sections. */
public final class ReportTables {

    private final Map<String, Table> tables = new LinkedHashMap<>();

    private ReportTables(List<Table> tables) {
        tables.forEach(table -> this.tables.put(table.id(), table));
    }

    /**
     * @param minimumVolume cases from which rates and quantiles of a provider are given
     * @param forThePublic whether small counts are withheld
     */
    public static ReportTables of(YearFigures figures, int minimumVolume, boolean forThePublic) {
        YearCells year = new YearCells(figures, minimumVolume);
        List<Table> tables = new ArrayList<>();
        tables.add(KeyTables.keyFigures(year));
        tables.add(KeyTables.years(year));
        tables.add(KeyTables.months(year));
        tables.add(OrderTables.policies(year));
        tables.add(OrderTables.scope(year));
        tables.add(OrderTables.intake(year, "intake-by-source", Dimension.SOURCE, "source"));
        tables.add(OrderTables.intake(year, "intake-by-category", Dimension.CATEGORY, "category"));
        tables.add(OrderTables.orders(year, "orders-by-action", Dimension.ACTION, "action"));
        tables.add(
                OrderTables.orders(year, "orders-by-authority", Dimension.AUTHORITY, "authority"));
        tables.add(
                OrderTables.orders(
                        year, "orders-by-legal-basis", Dimension.LEGAL_BASIS, "legal_basis"));
        tables.add(OrderTables.orders(year, "orders-by-urgency", Dimension.URGENCY, "urgency"));
        tables.add(OrderTables.exclusions(year));
        tables.add(OrderTables.verdicts(year));
        tables.add(SpeedTables.curve(year));
        tables.add(SpeedTables.speed(year));
        tables.add(SpeedTables.within(year));
        tables.add(SpeedTables.withinByGroup(year));
        tables.add(SpeedTables.compliance(year));
        tables.add(SpeedTables.claims(year));
        tables.add(ProviderTables.compliance(year));
        tables.add(ProviderTables.speed(year));
        tables.add(ProviderTables.conduct(year));
        tables.add(ProviderTables.blocking(year));
        tables.add(StateTables.backlog(year));
        tables.add(StateTables.overdue(year));
        tables.add(StateTables.oldest(year));
        tables.add(StateTables.flow(year));
        tables.add(StateTables.recidivism(year));
        tables.add(ProviderTables.strikes(year));
        tables.add(StateTables.stillUp(year));
        tables.add(StateTables.reinstatements(year));
        tables.add(QualityTables.watching(year));
        tables.add(QualityTables.coverage(year));
        tables.add(QualityTables.blindness(year));
        tables.add(QualityTables.alerts(year));
        tables.add(
                StateTables.counted(
                        year, "dead-letters", "dead_letter", "reason", figures.deadLetters()));
        tables.add(
                StateTables.counted(
                        year, "restatement-causes", "cause", "cause", figures.restatements()));
        tables.add(QualityTables.crossCheck(year));
        tables.add(DsaTables.orders(year));
        tables.add(DsaTables.notices(year));
        tables.add(DsaTables.complaints(year));
        return new ReportTables(forThePublic ? Disclosure.publish(tables, year.counts()) : tables);
    }

    /** In the order of the report. */
    public List<Table> all() {
        return List.copyOf(tables.values());
    }

    /** One table by its id. */
    public Table get(String id) {
        Table table = tables.get(id);
        if (table == null) {
            throw new IllegalArgumentException("there is no table " + id);
        }
        return table;
    }
}
