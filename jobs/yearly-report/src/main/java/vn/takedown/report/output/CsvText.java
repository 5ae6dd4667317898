package vn.takedown.report.output;

import java.util.ArrayList;
import java.util.List;
import vn.takedown.report.table.Column;
import vn.takedown.report.table.Row;
import vn.takedown.report.table.Table;

/** Tables as CSV by RFC 4180: a head, commas, CR LF at the end of every line. */
public final class CsvText {

    private CsvText() {}

    public static String of(Table table) {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>();
        for (Column column : table.columns()) {
            head.addAll(column.annexNames());
        }
        lines.add(head);
        for (Row row : table.rows()) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < table.columns().size(); i++) {
                values.addAll(AnnexValues.of(table.columns().get(i), row.cells().get(i)));
            }
            lines.add(values);
        }
        return of(lines);
    }

    public static String of(List<List<String>> lines) {
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            for (int i = 0; i < line.size(); i++) {
                text.append(i == 0 ? "" : ",").append(field(line.get(i)));
            }
            text.append("\r\n");
        }
        return text.toString();
    }

    private static String field(String value) {
        boolean plain =
                value.indexOf(',') < 0
                        && value.indexOf('"') < 0
                        && value.indexOf('\n') < 0
                        && value.indexOf('\r') < 0;
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    /** The lines of such a text, for reading an earlier annex. */
    public static List<List<String>> parse(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (quoted) {
                if (next != '"') {
                    field.append(next);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (next == '"') {
                quoted = true;
            } else if (next == ',') {
                line.add(field.toString());
                field.setLength(0);
            } else if (next == '\n') {
                line.add(field.toString());
                field.setLength(0);
                lines.add(line);
                line = new ArrayList<>();
            } else if (next != '\r') {
                field.append(next);
            }
        }
        return lines;
    }
}
