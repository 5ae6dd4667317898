package vn.takedown.compliance.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.alerting.AlertKind;
import vn.takedown.model.alerting.AlertTerms;
import vn.takedown.model.alerting.Resolution;
import vn.takedown.model.alerting.Severity;
import vn.takedown.model.alerting.WatchedCase;
import vn.takedown.model.cases.CaseSituation;
import vn.takedown.model.cases.LifecycleState;
import vn.takedown.model.cases.Verdict;
import vn.takedown.model.cohort.Recidivism;
import vn.takedown.model.reference.ProviderType;

/** State of the first version, in the form that Flink gives to records, is taken over. */
class WatchCasesRestoreTest {

    private static final long HOUR = 3_600_000;
    private static final long START = 1_772_323_200_000L;
    private static final long DUE = START + 24 * HOUR;
    private static final String CASE = "request/item";

    @Test
    void rocksDbMovesStateOfTheFirstVersionIntoTheNewForm() throws Exception {
        alertGoesOn(new EmbeddedRocksDBStateBackend());
    }

    @Test
    void stateOfTheFirstVersionOnTheHeapIsTakenOver() throws Exception {
        alertGoesOn(new HashMapStateBackend());
    }

    @SuppressWarnings("try")
    private static void alertGoesOn(StateBackend backend) throws Exception {
        OperatorSubtaskState before = keptBefore(backend);
        try (KeyedTwoInputStreamOperatorTestHarness<String, CaseNews, ReferenceUpdate, Alert>
                harness =
                        new KeyedTwoInputStreamOperatorTestHarness<>(
                                new WatchCases(Long.MAX_VALUE),
                                CaseNews::caseId,
                                null,
                                Types.STRING)) {
            harness.setStateBackend(backend);
            harness.initializeState(before);
            harness.open();

            // It is told of nothing new, so that what comes out is of what was kept.
            harness.processElement1(new CaseNews(CASE, null, Recidivism.NONE), 0);
            harness.processBothWatermarks(new Watermark(DUE + 3 * HOUR));

            assertThat(harness.extractOutputValues())
                    .containsExactly(
                            alert(DUE + 2 * HOUR, DUE + 2 * HOUR, Resolution.WITHDRAWN, 5));
        }
    }

    /** A breach that fires, and a withdrawal two hours later for which time has not come yet. */
    @SuppressWarnings("try")
    private static OperatorSubtaskState keptBefore(StateBackend backend) throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<String, WatchedCase, Alert> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new FirstVersion(situation(DUE + 2 * HOUR, DUE + 2 * HOUR)),
                        watched -> watched.situation().caseId(),
                        Types.STRING)) {
            harness.setStateBackend(backend);
            harness.open();
            harness.processElement(
                    new WatchedCase(
                            situation(null, DUE + HOUR),
                            Recidivism.NONE,
                            new AlertTerms(null, List.of(), null),
                            List.of(alert(null, DUE + HOUR, null, 4)),
                            DUE + HOUR),
                    0);
            return harness.snapshot(0, 0);
        }
    }

    /** Keeps what it is given as the first version did. */
    private static final class FirstVersion extends AbstractStreamOperator<Alert>
            implements OneInputStreamOperator<WatchedCase, Alert> {

        private static final long serialVersionUID = 1L;

        private final CaseSituation[] waits;

        private transient ValueState<WatchedCase> known;
        private transient ListState<CaseSituation> waiting;

        FirstVersion(CaseSituation... waits) {
            this.waits = waits;
        }

        @Override
        public void open() throws Exception {
            super.open();
            known =
                    getRuntimeContext()
                            .getState(new ValueStateDescriptor<>("known", WatchedCase.class));
            waiting =
                    getRuntimeContext()
                            .getListState(
                                    new ListStateDescriptor<>("waiting", CaseSituation.class));
        }

        @Override
        public void processElement(StreamRecord<WatchedCase> element) throws Exception {
            known.update(element.getValue());
            waiting.update(List.of(waits));
        }
    }

    private static CaseSituation situation(Long withdrawnAt, long at) {
        return new CaseSituation(
                CASE,
                "provider",
                ProviderType.HOSTING,
                "policy",
                1,
                START,
                START,
                24 * HOUR,
                new long[0],
                null,
                DUE,
                withdrawnAt == null ? LifecycleState.CLAIMED : LifecycleState.WITHDRAWN,
                Verdict.BREACH,
                null,
                withdrawnAt,
                null,
                null,
                DUE + HOUR,
                null,
                null,
                false,
                at);
    }

    private static Alert alert(Long endsAt, long updatedAt, Resolution resolution, long revision) {
        return new Alert(
                AlertKind.SLA_BREACH,
                "provider",
                CASE,
                ProviderType.HOSTING,
                CASE,
                "policy",
                Severity.CRITICAL,
                null,
                DUE + HOUR,
                endsAt,
                resolution,
                DUE,
                revision,
                updatedAt);
    }
}
