package vn.takedown.report.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.takedown.report.Language;
import vn.takedown.report.ReportFailure;

/**
 * What the ministry adds: names, narrative and figures that the monitor does not hold.
 *
 * @param authority who publishes; null when not given
 * @param contact whom to ask; null when not given
 * @param previousReport where the last one is to be found; null when not given
 * @param sections by number, 1 to 23
 */
public record Supplement(
        Bilingual authority,
        Bilingual contact,
        Bilingual previousReport,
        Map<Integer, Part> sections) {

    public static final Supplement NONE = new Supplement(null, null, null, Map.of());

    private static final int LAST_SECTION = 23;
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory())
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    public Supplement {
        sections = sections == null ? Map.of() : Map.copyOf(new TreeMap<>(sections));
    }

    /** A text in both languages. */
    public record Bilingual(String vi, String en) {

        String in(Language language) {
            return language == Language.VI ? vi : en;
        }
    }

    /**
     * What is added to a section.
     *
     * @param text paragraphs, separated by an empty line; null when there is none
     * @param figures in order
     */
    public record Part(Bilingual text, List<Figure> figures) {

        public Part {
            figures = figures == null ? List.of() : List.copyOf(figures);
        }
    }

    /**
     * A figure from outside.
     *
     * @param value as it is to be printed
     * @param source who gave it; null when not said
     */
    public record Figure(Bilingual label, String value, Bilingual source) {}

    /**
     * @throws ReportFailure when the file cannot be read or says something unknown; one line
     */
    public static Supplement read(Path file) {
        try {
            Supplement supplement = YAML.readValue(Files.readString(file), Supplement.class);
            supplement.check(file);
            return supplement;
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            throw new ReportFailure(
                    file + where + ": " + e.getOriginalMessage().lines().findFirst().orElse(""), e);
        } catch (IOException e) {
            throw new ReportFailure("The supplement " + file + " cannot be read.", e);
        }
    }

    private void check(Path file) {
        for (Map.Entry<Integer, Part> section : sections.entrySet()) {
            String where = file + ": section " + section.getKey();
            if (section.getKey() < 1 || section.getKey() > LAST_SECTION) {
                throw new ReportFailure(where + " does not exist; they are 1 to 23.");
            }
            if (section.getValue() == null) {
                throw new ReportFailure(where + " is empty.");
            }
            requireBoth(section.getValue().text(), where + ": text");
            for (Figure figure : section.getValue().figures()) {
                if (figure.label() == null || figure.value() == null) {
                    throw new ReportFailure(where + ": a figure needs a label and a value.");
                }
                requireBoth(figure.label(), where + ": label");
                requireBoth(figure.source(), where + ": source");
            }
        }
        requireBoth(authority, file + ": authority");
        requireBoth(contact, file + ": contact");
        requireBoth(previousReport, file + ": previousReport");
    }

    private static void requireBoth(Bilingual text, String where) {
        if (text != null && (text.vi() == null || text.en() == null)) {
            throw new ReportFailure(where + " needs both vi and en.");
        }
    }
}
