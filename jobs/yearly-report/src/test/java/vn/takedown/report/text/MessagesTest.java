package vn.takedown.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.takedown.model.alerting.AlertKind;
import vn.takedown.model.cases.Cause;
import vn.takedown.model.cases.ExclusionReason;
import vn.takedown.model.cases.LifecycleState;
import vn.takedown.model.cases.Verdict;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.RequestSource;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.reference.Jurisdiction;
import vn.takedown.model.reference.ProviderType;
import vn.takedown.report.Language;
import vn.takedown.report.figures.AgeBand;
import vn.takedown.report.figures.OverdueBand;
import vn.takedown.report.table.Cell;

class MessagesTest {

    private final Messages vietnamese = Messages.in(Language.VI);
    private final Messages english = Messages.in(Language.EN);

    @Test
    void bothCataloguesHaveTheSameKeys() {
        assertThat(vietnamese.keys()).isEqualTo(english.keys());
    }

    @Test
    void bothFillInTheSamePlaces() {
        for (String key : english.keys()) {
            for (String place : new String[] {"{0}", "{1}"}) {
                assertThat(vietnamese.get(key).contains(place))
                        .as(key)
                        .isEqualTo(english.get(key).contains(place));
            }
        }
    }

    @Test
    void everyValueOfTheContractHasAName() {
        Stream.of(
                        names("ACTION", Action.values()),
                        names("CATEGORY", Category.values()),
                        names("SOURCE", RequestSource.values()),
                        names("URGENCY", Urgency.values()),
                        names("JURISDICTION", Jurisdiction.values()),
                        names("PROVIDER_TYPE", ProviderType.values()),
                        names("state", LifecycleState.values()),
                        names("exclusion_reason", ExclusionReason.values()),
                        names("cause", Cause.values()),
                        names("alert_kind", AlertKind.values()),
                        names("age", AgeBand.values()),
                        names("overdue_by", OverdueBand.values()),
                        names("verdict", judged()),
                        names("missing", Cell.Missing.values()),
                        names("legend", Cell.Missing.values()))
                .flatMap(keys -> keys)
                .forEach(key -> assertThat(english.has(key)).as(key).isTrue());
    }

    /** Decomposed letters look right on a screen and fall apart in a PDF. */
    @Test
    void vietnameseLettersAreComposed() {
        for (String key : vietnamese.keys()) {
            String text = vietnamese.get(key);
            assertThat(text).as(key).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
        }
    }

    /** What is excluded has its reason instead. */
    private static Verdict[] judged() {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict != Verdict.EXCLUDED)
                .toArray(Verdict[]::new);
    }

    private static Stream<String> names(String group, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> group + "." + value);
    }
}
