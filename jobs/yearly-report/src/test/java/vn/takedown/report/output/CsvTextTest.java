package vn.takedown.report.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

class CsvTextTest {

    @Property(tries = 300)
    void anotherProgramReadsWhatWasWritten(
            @ForAll @Size(min = 1, max = 4) List<
                                    @Size(min = 1, max = 4) List<
                                            @NotEmpty @CharRange(from = 'a', to = 'c')
                                            @Chars({',', '"', '\n', '\r', ' ', 'ễ'}) String>>
                            lines)
            throws IOException {
        String text = CsvText.of(lines);

        try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            assertThat(parser.getRecords().stream().map(CSVRecord::toList).toList())
                    .isEqualTo(lines);
        }
    }

    @Property(tries = 300)
    void anEarlierAnnexIsReadAsItWasWritten(
            @ForAll @Size(min = 1, max = 4) List<
                                    @Size(min = 1, max = 4) List<
                                            @CharRange(from = 'a', to = 'c')
                                            @Chars({',', '"', '\n', '\r', 'ễ'}) String>>
                            lines) {
        assertThat(CsvText.parse(CsvText.of(lines))).isEqualTo(lines);
    }
}
