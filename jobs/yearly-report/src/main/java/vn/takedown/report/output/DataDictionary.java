package vn.takedown.report.output;

import java.util.ArrayList;
import java.util.List;
import vn.takedown.report.Language;
import vn.takedown.report.table.Column;
import vn.takedown.report.table.Table;
import vn.takedown.report.text.Messages;

/** Says what each column of the annex means, in both languages. */
final class DataDictionary {

    private DataDictionary() {}

    static String of(List<Table> tables) {
        Messages vietnamese = Messages.in(Language.VI);
        Messages english = Messages.in(Language.EN);
        List<List<String>> lines = new ArrayList<>();
        lines.add(
                List.of(
                        "file",
                        "column",
                        "type",
                        "unit",
                        "table_vi",
                        "table_en",
                        "title_vi",
                        "title_en"));
        for (Table table : tables) {
            for (Column column : table.columns()) {
                for (String name : column.annexNames()) {
                    lines.add(
                            List.of(
                                    table.id() + ".csv",
                                    name,
                                    type(column),
                                    unit(column),
                                    vietnamese.get("table." + table.id()),
                                    english.get("table." + table.id()),
                                    title(vietnamese, column, name),
                                    title(english, column, name)));
                }
            }
        }
        return CsvText.of(lines);
    }

    private static String title(Messages messages, Column column, String name) {
        String title = messages.getOr("column." + column.id(), column.id());
        if (name.contains("_low") && !column.id().contains("_low")
                || name.endsWith("_low_low")
                || name.endsWith("_high_low")) {
            return title + messages.get("dictionary.low");
        }
        if (name.contains("_high") && !column.id().contains("_high")
                || name.endsWith("_high_high")
                || name.endsWith("_low_high")) {
            return title + messages.get("dictionary.high");
        }
        return title;
    }

    private static String type(Column column) {
        return switch (column.kind()) {
            case TEXT -> "text";
            case CODE -> "code";
            case COUNT, TIME, TIME_INTERVAL -> "integer";
            case SHARE, SHARE_INTERVAL, HOURS -> "decimal";
            case MOMENT -> "instant";
            case MIXED -> "number";
        };
    }

    private static String unit(Column column) {
        return switch (column.kind()) {
            case TIME, TIME_INTERVAL -> "millisecond";
            case SHARE, SHARE_INTERVAL -> "1 (share from 0 to 1)";
            case HOURS -> "hour";
            case COUNT -> "1 (number)";
            case MIXED -> "1 (number or share), or millisecond for times";
            case MOMENT -> "UTC";
            case TEXT, CODE -> "";
        };
    }
}
