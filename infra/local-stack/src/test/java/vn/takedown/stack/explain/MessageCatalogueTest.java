package vn.takedown.stack.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.takedown.model.cases.ExclusionReason;
import vn.takedown.model.cases.LifecycleState;
import vn.takedown.model.cases.ObservationReading;
import vn.takedown.model.cases.Verdict;
import vn.takedown.model.cohort.Recidivism;
import vn.takedown.model.event.AcknowledgementType;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.RequestSource;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.explanation.Effect;
import vn.takedown.model.explanation.EventFate;
import vn.takedown.model.explanation.Proof;
import vn.takedown.model.reference.ClockStart;
import vn.takedown.model.reference.Jurisdiction;
import vn.takedown.model.reference.ProviderType;

class MessageCatalogueTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)\\}");

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(catalogue(Language.VI).stringPropertyNames())
                .isEqualTo(catalogue(Language.EN).stringPropertyNames());
    }

    @Test
    void bothLanguagesFillInTheSameValues() throws IOException {
        Properties english = catalogue(Language.EN);
        Properties vietnamese = catalogue(Language.VI);
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(vietnamese.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    @Test
    void everySentenceIsAValidPattern() throws IOException {
        for (Language language : Language.values()) {
            Properties sentences = catalogue(language);
            for (String key : sentences.stringPropertyNames()) {
                assertThat(new MessageFormat(sentences.getProperty(key)).format(new Object[0]))
                        .as(key)
                        .isNotBlank();
            }
        }
    }

    @Test
    void everyValueOfTheModelHasItsWords() throws IOException {
        List<String> keys = new ArrayList<>();
        add(keys, "verdict", Verdict.values());
        add(keys, "exclusion", ExclusionReason.values());
        add(keys, "rule", ExclusionReason.values());
        Arrays.stream(Verdict.values())
                .filter(verdict -> verdict != Verdict.EXCLUDED)
                .forEach(verdict -> keys.add("rule." + verdict));
        add(keys, "state", LifecycleState.values());
        add(keys, "reading", ObservationReading.values());
        add(keys, "stretch", ObservationReading.values());
        Arrays.stream(EventFate.values())
                .filter(fate -> fate != EventFate.APPLIED)
                .forEach(fate -> keys.add("fate." + fate));
        add(keys, "proof", Proof.Figure.values());
        add(keys, "update", RequestUpdate.values());
        add(keys, "answer", AcknowledgementType.values());
        add(keys, "status", ObservationStatus.values());
        add(keys, "action", Action.values());
        add(keys, "category", Category.values());
        add(keys, "urgency", Urgency.values());
        add(keys, "source", RequestSource.values());
        add(keys, "type", ProviderType.values());
        add(keys, "jurisdiction", Jurisdiction.values());
        add(keys, "head.clock", ClockStart.values());
        add(keys, "deadline.start", ClockStart.values());
        add(keys, "figure.recidivism", Recidivism.values());
        add(keys, "source.missing", CaseFindings.Missing.values());
        add(keys, "effect.StopWithoutEffect", Effect.StopWithoutEffect.Why.values());
        assertThat(catalogue(Language.EN).stringPropertyNames()).containsAll(keys);
    }

    @Test
    void everyEffectHasItsWords() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (String key : catalogue(Language.EN).stringPropertyNames()) {
            if (key.startsWith("effect.")) {
                names.add(key.split("\\.")[1]);
            }
        }
        assertThat(names)
                .containsExactlyElementsOf(
                        Arrays.stream(Effect.class.getPermittedSubclasses())
                                .map(Class::getSimpleName)
                                .sorted()
                                .toList());
    }

    private static void add(List<String> keys, String kind, Enum<?>[] values) {
        Arrays.stream(values).forEach(value -> keys.add(kind + "." + value.name()));
    }

    private static TreeSet<String> placeholders(String sentence) {
        TreeSet<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(sentence);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Properties catalogue(Language language) throws IOException {
        String name = "messages_" + language + ".properties";
        Properties sentences = new Properties();
        try (InputStreamReader reader =
                new InputStreamReader(
                        Wording.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            sentences.load(reader);
        }
        return sentences;
    }
}
