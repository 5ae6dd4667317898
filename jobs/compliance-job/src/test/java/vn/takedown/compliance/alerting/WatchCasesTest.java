package vn.takedown.compliance.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.cases.CaseSituation;
import vn.takedown.model.cases.LifecycleState;
import vn.takedown.model.cases.Verdict;
import vn.takedown.model.reference.ProviderType;

class WatchCasesTest {

    private static final long DAY = 86_400_000;
    private static final long START = 1_772_323_200_000L;

    private KeyedTwoInputStreamOperatorTestHarness<String, CaseNews, ReferenceUpdate, Alert>
            operator;

    @BeforeEach
    void open() throws Exception {
        operator =
                new KeyedTwoInputStreamOperatorTestHarness<>(
                        new WatchCases(10 * DAY), CaseNews::caseId, null, Types.STRING);
        operator.open();
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void aForgottenCaseDoesNotComeBackWhenATimerOfBeforeRings() throws Exception {
        closedAsKnownAt(START + 3 * DAY, START + 2 * DAY);
        closedAsKnownAt(START + 4 * DAY, START + DAY);
        assertThat(operator.numEventTimeTimers()).isEqualTo(2);

        pass(START + 11 * DAY);
        assertThat(operator.numKeyedStateEntries()).isZero();

        pass(START + 12 * DAY);
        assertThat(operator.numKeyedStateEntries()).isZero();
        assertThat(operator.numEventTimeTimers()).isZero();
    }

    private void closedAsKnownAt(long at, long closedSince) throws Exception {
        operator.processElement1(CaseNews.of(removed(closedSince, at)), 0);
        pass(at);
    }

    /** Time and a checkpoint, before which all that is at hand is written. */
    private void pass(long until) throws Exception {
        operator.processBothWatermarks(new Watermark(until));
        operator.getOperator().prepareSnapshotPreBarrier(0);
    }

    private static CaseSituation removed(long closedSince, long at) {
        return new CaseSituation(
                "request/item",
                "provider",
                ProviderType.HOSTING,
                "policy",
                1,
                START,
                START,
                DAY,
                new long[0],
                null,
                START + DAY,
                LifecycleState.REMOVED,
                Verdict.ON_TIME,
                null,
                null,
                START,
                null,
                null,
                null,
                closedSince,
                false,
                at);
    }
}
