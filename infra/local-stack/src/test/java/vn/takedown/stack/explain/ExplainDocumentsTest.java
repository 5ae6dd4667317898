package vn.takedown.stack.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.takedown.stack.replay.InputFolder;

/** The texts in {@code docs/explain} are what the command says today. */
class ExplainDocumentsTest {

    static final Path EXAMPLES = Path.of("..", "examples", "cases");

    private static final Path DOCUMENTS = Path.of("docs", "explain");
    private static final Pattern KEYED_HASH = Pattern.compile("[0-9a-f]{64}");

    static List<Arguments> documents() throws IOException {
        List<Arguments> documents = new ArrayList<>();
        for (String line : Files.readAllLines(DOCUMENTS.resolve("cases.list"))) {
            String[] parts = line.split(" ");
            for (Language language : Language.values()) {
                documents.add(Arguments.of(language, parts[0], parts[1]));
            }
        }
        return documents;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("documents")
    void aDocumentIsWhatTheCommandSays(Language language, String file, String caseId)
            throws IOException {
        assertThat(lines(language, caseId))
                .containsExactlyElementsOf(
                        Files.readAllLines(DOCUMENTS.resolve(language.toString()).resolve(file)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("documents")
    void noTargetIsNamed(Language language, String file, String caseId) throws IOException {
        assertThat(lines(language, caseId))
                .noneMatch(line -> KEYED_HASH.matcher(line).find())
                .anyMatch(line -> line.contains(caseId));
    }

    @Test
    void everyKindOfVerdictIsThere() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Arguments document : documents()) {
            Language language = (Language) document.get()[0];
            if (language == Language.EN) {
                String caseId = (String) document.get()[2];
                lines(language, caseId).stream()
                        .filter(line -> line.startsWith("  Verdict at T"))
                        .forEach(all::append);
            }
        }
        assertThat(all.toString())
                .contains("ON_TIME", "BREACH", "INDETERMINATE", "PENDING", "UNCONFIRMED")
                .contains("UNOBSERVED", "OVERDUE", "ALREADY_DOWN", "WITHDRAWN", "MOOT");
    }

    private static List<String> lines(Language language, String caseId) throws IOException {
        return new CaseInquiry(caseId).inFolder(InputFolder.open(EXAMPLES)).lines(language, false);
    }
}
