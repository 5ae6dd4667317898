package vn.takedown.compliance.recidivism;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.event.Envelopes.hour;

import java.util.List;
import java.util.Queue;
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
        KeyedOneInputStreamOperatorTestHarness<ProviderKey, CaseDocument, CaseDocument> operator =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(
                                new JudgeRecidivism(TimeSettings.DEFAULT.allowedLateness())),
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

    private List<Recidivism> judgementsOf(String itemId) {
        return operator.extractOutputValues().stream()
                .filter(document -> document.itemId().equals(itemId))
                .map(CaseDocument::recidivism)
                .toList();
    }

    private List<CohortChange> changes() {
        Queue<StreamRecord<CohortChange>> sent =
                operator.getSideOutput(JudgeRecidivism.COHORT_CHANGES);
        return sent == null ? List.of() : sent.stream().map(StreamRecord::getValue).toList();
    }
}
