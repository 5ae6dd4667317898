package vn.takedown.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The annex of a report, read with another program's eyes. */
record Annex(Path report) {

    /** The lines of a table by column. */
    List<Map<String, String>> table(String id) {
        Path file = report.resolve("annex").resolve(id + ".csv");
        CSVFormat format =
                CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            return parser.getRecords().stream().map(CSVRecord::toMap).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The heads of a table's columns. */
    List<String> columns(String id) {
        Path file = report.resolve("annex").resolve(id + ".csv");
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
            return parser.iterator().next().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, String> row(String id, String column, String value) {
        return table(id).stream()
                .filter(row -> row.get(column).equals(value))
                .findFirst()
                .orElseThrow();
    }
}
