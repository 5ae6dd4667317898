package vn.takedown.report.tables;

import java.util.ArrayList;
import java.util.List;
import vn.takedown.report.figures.Dimension;
import vn.takedown.report.figures.YearFigures;
import vn.takedown.report.table.Cell;
import vn.takedown.report.table.Column;
import vn.takedown.report.table.Table;

/**
 * Sheets 3, 4 and 7 of the EU's harmonised transparency reports (Commission Implementing Regulation
 * (EU) 2024/2835, Annex I), for exchange with other regulators: their heads, in English, in every
 * language of the report.
 */
final class DsaTables {

    private static final Cell NOTHING = Cell.Missing.NOT_APPLICABLE;

    private DsaTables() {}

    static Table orders(YearCells year) {
        Table.Builder table =
                Table.of(
                        "dsa-3-orders",
                        4,
                        Column.text("Applicability"),
                        Column.text("Service"),
                        Column.text("Reporting period"),
                        Column.text("Category of illegal content"),
                        Column.text("Description of the sub-category \"Other\""),
                        Column.text("Scope"),
                        Column.count("Number of orders to act against illegal content received"),
                        Column.count(
                                "Number of specific items of information included in the orders to"
                                        + " act against illegal content"),
                        Column.hours(
                                "Median time to inform the authority of the receipt of the order"
                                        + " to act (hours)"),
                        Column.hours("Median time to give effect to the order to act (hours)"),
                        Column.count("Number of orders to provide information received"),
                        Column.hours(
                                "Median time to inform the authority of the receipt of the order"
                                        + " to provide information (hours)"),
                        Column.hours(
                                "Median time to give effect to the order to provide information"
                                        + " (hours)"),
                        Column.text("Contextual information"));
        table.row(false, order(year, "TOTAL", year.all()));
        year.by(Dimension.CATEGORY)
                .forEach((name, cells) -> table.row(false, order(year, name, cells)));
        return table.build();
    }

    private static List<Cell> order(YearCells year, String category, CohortCells cells) {
        List<Cell> row = head(year, category);
        row.add(cells.orders());
        row.add(cells.count("issued"));
        row.add(cells.acknowledgementMedian());
        row.add(cells.survivalQuantile(50));
        row.add(Cell.Missing.UNKNOWN);
        row.add(Cell.Missing.UNKNOWN);
        row.add(Cell.Missing.UNKNOWN);
        row.add(new Cell.Text("Median time to give effect: Kaplan-Meier, open items included"));
        return row;
    }

    private static List<Cell> head(YearCells year, String category) {
        return new ArrayList<>(
                List.of(
                        new Cell.Text("Yes"),
                        new Cell.Text("All supervised services"),
                        new Cell.Text(
                                year.figures().year()
                                        + "-01-01/"
                                        + year.figures().year()
                                        + "-12-31"),
                        new Cell.Text(keyword(category)),
                        category.equals("OTHER") ? new Cell.Text("Not specified") : NOTHING,
                        new Cell.Text("VN")));
    }

    /** The nearest keyword of the annex; a category without one keeps its own name. */
    private static String keyword(String category) {
        return switch (category) {
            case "TOTAL" -> "Total";
            case "CSAM" -> "KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL";
            case "CSAM_SYNTHETIC" ->
                    "KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE_OR_SIMILAR_TECHNOLOGIES";
            case "GROOMING" -> "KEYWORD_GROOMING_SEXUAL_ENTICEMENT_MINORS";
            case "HARMFUL_TO_CHILDREN" -> "STATEMENT_CATEGORY_PROTECTION_OF_MINORS";
            case "VIOLENCE" -> "STATEMENT_CATEGORY_VIOLENCE";
            default -> "KEYWORD_OTHER_" + category;
        };
    }

    static Table notices(YearCells year) {
        Table.Builder table =
                Table.of(
                        "dsa-4-notices",
                        4,
                        Column.text("Applicability"),
                        Column.text("Service"),
                        Column.text("Reporting period"),
                        Column.text("Category of illegal content"),
                        Column.text("Description of the sub-category \"Other\""),
                        Column.text("Scope"),
                        Column.count("Number of notices"),
                        Column.count("Number of notices submitted by Trusted flaggers"),
                        Column.count("Number of specific items of information"),
                        Column.count(
                                "Number of specific items of information submitted by Trusted"
                                        + " flaggers"),
                        Column.hours("Median time to take action (hours)"),
                        Column.hours(
                                "Median time to take action on notices submitted by Trusted"
                                        + " flaggers (hours)"),
                        Column.count("Number of actions taken on the basis of the law"),
                        Column.count(
                                "Number of actions taken on the basis of the law on notices"
                                        + " submitted by Trusted flaggers"),
                        Column.count(
                                "Number of actions taken on the basis of the terms and"
                                        + " conditions"),
                        Column.count(
                                "Number of actions taken on the basis of the terms and conditions"
                                        + " on notices submitted by Trusted flaggers"));
        year.notices()
                .forEach(
                        (category, notices) -> {
                            if (!category.equals(YearFigures.ALL_NOTICES)) {
                                CohortCells flaggers =
                                        year.by(Dimension.CHANNEL)
                                                .get(category + "|TRUSTED_FLAGGER");
                                table.row(false, notice(year, category, notices, flaggers));
                            }
                        });
        CohortCells all = year.notices().get(YearFigures.ALL_NOTICES);
        if (all != null) {
            CohortCells flaggers = year.by(Dimension.SOURCE).get("TRUSTED_FLAGGER");
            table.row(true, notice(year, "TOTAL", all, flaggers));
        }
        return table.build();
    }

    /**
     * @param notices those of trusted flaggers included
     * @param flaggers null when there is none
     */
    private static List<Cell> notice(
            YearCells year, String category, CohortCells notices, CohortCells flaggers) {
        List<Cell> row = head(year, category);
        row.add(notices.orders());
        row.add(flaggers == null ? none(year) : flaggers.orders());
        row.add(notices.count("issued"));
        row.add(flaggers == null ? none(year) : flaggers.count("issued"));
        row.add(notices.survivalQuantile(50));
        row.add(flaggers == null ? NOTHING : flaggers.survivalQuantile(50));
        row.add(notices.count("removed"));
        row.add(flaggers == null ? none(year) : flaggers.count("removed"));
        row.add(Cell.Missing.UNKNOWN);
        row.add(Cell.Missing.UNKNOWN);
        return row;
    }

    private static Cell none(YearCells year) {
        return year.counts().of("none", 0);
    }

    /** The monitor sees no complaint of a user against a provider: it gives the shape. */
    static Table complaints(YearCells year) {
        Table.Builder table =
                Table.of(
                        "dsa-7-complaints",
                        3,
                        Column.text("Service"),
                        Column.text("Section"),
                        Column.text("Indicator"),
                        Column.text("Scope"),
                        Column.count("Value"));
        String internal = "Complaints submitted through internal complaint-handling systems";
        for (String indicator :
                List.of(
                        "Number of complaints",
                        "Number of initial decisions upheld",
                        "Number of initial decisions partially reversed",
                        "Number of initial decisions reversed",
                        "Median time needed for taking decisions",
                        "Number of initial decisions omitted")) {
            complaint(table, internal, indicator);
        }
        complaint(
                table,
                "Disputes submitted to out-of-court dispute settlement bodies",
                "Number of disputes");
        String suspensions = "Suspensions imposed on repeated offenders";
        for (String indicator :
                List.of(
                        "Provision of manifestly illegal content",
                        "Submission of manifestly unfounded notices",
                        "Submission of manifestly unfounded complaints")) {
            complaint(table, suspensions, indicator);
        }
        return table.build();
    }

    private static void complaint(Table.Builder table, String section, String indicator) {
        table.row(
                new Cell.Text("All supervised services"),
                new Cell.Text(section),
                new Cell.Text(indicator),
                new Cell.Text("VN"),
                Cell.Missing.UNKNOWN);
    }
}
