package vn.takedown.compliance.recidivism;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.event.Envelopes.hour;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.takedown.compliance.config.TimeSettings;
import vn.takedown.compliance.document.CaseDocument;
import vn.takedown.compliance.event.ProviderKey;
import vn.takedown.compliance.rollup.CohortChange;
import vn.takedown.model.cohort.ContentHistory;
import vn.takedown.model.cohort.Recidivism;

class JudgeRecidivismTest {

    private KeyedOneInputStreamOperatorTestHarness<ProviderKey, CaseDocument, CaseDocument>
            operator;

    @BeforeEach
    void start() throws Exception {
        operator = operator(null);
    }

    @AfterEach
    void stop() throws Exception {
        operator.close();
    }

    private static KeyedOneInputStreamOperatorTestHarness<ProviderKey, CaseDocument, CaseDocument>
            operator(OperatorSubtaskState state) throws Exception {
        return operator(state, null);
    }

    private static KeyedOneInputStreamOperatorTestHarness<ProviderKey, CaseDocument, CaseDocument>
            operator(OperatorSubtaskState state, Duration watch) throws Exception {
        TimeSettings otherwise = TimeSettings.DEFAULT;
        TimeSettings times =
                new TimeSettings(
                        otherwise.watermarkBound(),
                        otherwise.allowedLateness(),
                        otherwise.refreshInterval(),
                        watch,
                        false);
        KeyedOneInputStreamOperatorTestHarness<ProviderKey, CaseDocument, CaseDocument> operator =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new JudgeRecidivism(times)),
                        JudgeRecidivism::key,
                        ProviderKey.TYPE);
        operator.setup();
        if (state != null) {
            operator.initializeState(state);
        }
        operator.open();
        return operator;
    }

    @Test
    void aCaseIsJudgedWhenTheWatermarkHasPassedItsRequest() throws Exception {
        operator.processElement(CaseDocuments.open("one", 1), 0);
        operator.processWatermark(hour(1) - 1);
        assertThat(operator.extractOutputValues()).isEmpty();

        operator.processWatermark(hour(1));
        assertThat(judgementsOf("one")).containsExactly(Recidivism.NONE);
        assertThat(changes()).isEmpty();
    }

    @Test
    void anEarlierCaseThatArrivesLaterWithinTheBoundStillCounts() throws Exception {
        operator.processElement(CaseDocuments.open("later", 2), 0);
        operator.processElement(CaseDocuments.open("earlier", 1), 0);
        operator.processWatermark(hour(3));

        assertThat(judgementsOf("earlier")).containsExactly(Recidivism.NONE);
        assertThat(judgementsOf("later")).containsExactly(Recidivism.LOOSE);
    }

    @Test
    void aConfirmationAtTheInstantOfTheRequestIsStrict() throws Exception {
        operator.processElement(CaseDocuments.removed("earlier", 1, 5), 0);
        operator.processElement(CaseDocuments.open("later", 5), 0);
        operator.processWatermark(hour(6));

        assertThat(judgementsOf("later")).containsExactly(Recidivism.STRICT);
        assertThat(changes())
                .extracting(CohortChange::recidivism)
                .containsExactly(Recidivism.STRICT);
    }

    @Test
    void aConfirmationAfterTheRequestIsLoose() throws Exception {
        operator.processElement(CaseDocuments.removed("earlier", 1, 6), 0);
        operator.processElement(CaseDocuments.open("later", 5), 0);
        operator.processWatermark(hour(7));

        assertThat(judgementsOf("later")).containsExactly(Recidivism.LOOSE);
    }

    @Test
    void laterDocumentsOfAJudgedCaseCarryItsJudgement() throws Exception {
        operator.processElement(CaseDocuments.open("earlier", 1), 0);
        operator.processElement(CaseDocuments.open("later", 2), 0);
        operator.processWatermark(hour(3));
        operator.processElement(CaseDocuments.removed("later", 2, 3), 0);

        assertThat(judgementsOf("later")).containsExactly(Recidivism.LOOSE, Recidivism.LOOSE);
        assertThat(changes()).hasSize(1);
        assertThat(news()).containsExactlyInAnyOrder(Recidivism.NONE, Recidivism.LOOSE);
    }

    @Test
    void aCaseJudgedAnewShowsWhatWasObservedLastAlsoAfterARestart() throws Exception {
        CaseDocument later = CaseDocuments.open("later", 2);
        operator.processElement(later, 0);
        operator.processWatermark(hour(3));
        operator.processElement(later.refreshed(hour(3), 7L, 1, false, 2, hour(3)), 0);
        operator.processElement(later.refreshed(hour(4), 8L, 2, false, 3, hour(4)), 0);
        OperatorSubtaskState state = operator.snapshot(1, 1);
        operator.close();
        operator = operator(state);
        operator.processWatermark(hour(5));
        operator.processElement(CaseDocuments.open("earlier", 1), 0);

        assertThat(operator.extractOutputValues())
                .contains(
                        later.refreshed(hour(4), 8L, 2, false, 3, hour(4))
                                .with(new ContentHistory.Answer(Recidivism.LOOSE, 1), 1));
    }

    @Test
    void whatWaitsToBeJudgedIsKeptOverARestart() throws Exception {
        operator.processElement(CaseDocuments.open("earlier", 1), 0);
        operator.processElement(CaseDocuments.open("later", 2), 0);
        OperatorSubtaskState state = operator.snapshot(1, 1);
        operator.close();
        operator = operator(state);
        operator.processWatermark(hour(3));

        assertThat(judgementsOf("earlier")).containsExactly(Recidivism.NONE);
        assertThat(judgementsOf("later")).containsExactly(Recidivism.LOOSE);
    }

    @Test
    void whatIsKeptOfAContentDoesNotGrowWithTheYears() throws Exception {
        operator.close();
        operator = operator(null, Duration.ofDays(90));
        long[] sizes = new long[8];
        for (int day = 0; day < sizes.length * 180; day++) {
            String item = "item-" + (10_000 + day);
            operator.processElement(CaseDocuments.open(item, day * 24), 0);
            operator.processElement(CaseDocuments.removed(item, day * 24, day * 24 + 10), 0);
            operator.processWatermark(hour(day * 24 + 12));
            operator.getOutput().clear();
            if (day % 180 == 179) {
                sizes[day / 180] = operator.snapshot(day, 0).getStateSize();
            }
        }
        operator.processElement(CaseDocuments.open("last", sizes.length * 180 * 24), 0);
        operator.processWatermark(hour(sizes.length * 180 * 24));

        assertThat(operator.extractOutputValues().get(0).priorCases())
                .isEqualTo(sizes.length * 180);
        assertThat(judgementsOf("last")).containsExactly(Recidivism.STRICT);
        assertThat(sizes[sizes.length - 1]).isBetween(sizes[1] * 9 / 10, sizes[1] * 11 / 10);
    }

    /** What was known of old cases one by one does not matter, whatever comes late. */
    @Property(tries = 300)
    void theAnswersAreThoseOfTheWholeHistory(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        record Arrival(double at, CaseDocument document) {}
        List<Arrival> arrivals = new ArrayList<>();
        ContentHistory history = new ContentHistory();
        for (int i = 0; i < 12; i++) {
            String item = "item-" + i;
            double issued = random.nextInt(10 * 24);
            double confirmed = issued + random.nextInt(1 << random.nextInt(9));
            boolean removed = random.nextBoolean();
            arrivals.add(
                    new Arrival(issued + random.nextInt(23), CaseDocuments.open(item, issued)));
            if (removed) {
                arrivals.add(
                        new Arrival(
                                Math.max(arrivals.get(arrivals.size() - 1).at(), confirmed)
                                        + random.nextInt(2),
                                CaseDocuments.removed(item, issued, confirmed)));
            }
            history.put(
                    new ContentHistory.Entry(
                            "request/" + item, hour(issued), removed ? hour(confirmed) : null));
        }
        arrivals.sort(Comparator.comparingDouble(Arrival::at));
        start();
        Map<String, ContentHistory.Answer> answers = new TreeMap<>();
        for (Arrival arrival : arrivals) {
            operator.processWatermark(hour(arrival.at()) - 1);
            operator.processElement(arrival.document(), 0);
            if (random.nextInt(4) == 0) {
                note(answers);
                OperatorSubtaskState state = operator.snapshot(1, 1);
                operator.close();
                operator = operator(state);
            }
        }
        operator.processWatermark(hour(30 * 24));
        note(answers);
        stop();

        answers.forEach((caseId, answer) -> assertThat(answer).isEqualTo(history.answer(caseId)));
        assertThat(answers).hasSize(12);
    }

    private void note(Map<String, ContentHistory.Answer> answers) {
        for (CaseDocument document : operator.extractOutputValues()) {
            answers.put(
                    document.caseId(),
                    new ContentHistory.Answer(document.recidivism(), document.priorCases()));
        }
    }

    private List<Recidivism> judgementsOf(String itemId) {
        return operator.extractOutputValues().stream()
                .filter(document -> document.itemId().equals(itemId))
                .map(CaseDocument::recidivism)
                .toList();
    }

    /** What the alerts are told. */
    private List<Recidivism> news() {
        return operator.getSideOutput(JudgeRecidivism.JUDGEMENTS).stream()
                .map(StreamRecord::getValue)
                .map(Judgement::recidivism)
                .toList();
    }

    private List<CohortChange> changes() {
        Queue<StreamRecord<CohortChange>> sent =
                operator.getSideOutput(JudgeRecidivism.COHORT_CHANGES);
        return sent == null ? List.of() : sent.stream().map(StreamRecord::getValue).toList();
    }
}
