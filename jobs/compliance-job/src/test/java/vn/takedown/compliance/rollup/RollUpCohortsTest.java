package vn.takedown.compliance.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.takedown.compliance.config.TimeSettings;
import vn.takedown.compliance.document.PeriodDocument;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.model.cohort.Period;

@SuppressWarnings("try") // harnesses declare that closing may throw anything
class RollUpCohortsTest {

    private static final long END_OF_INPUT = Watermark.MAX_WATERMARK.getTimestamp();
    private static final Duration REFRESH = TimeSettings.DEFAULT.refreshInterval();
    private static final long START = CohortChanges.ISSUED_AT;

    private KeyedTwoInputStreamOperatorTestHarness<
                    String, CohortUpdate, ReferenceUpdate, PeriodDocument>
            operator;

    @BeforeEach
    void start() throws Exception {
        operator = operator();
        operator.open();
    }

    @AfterEach
    void stop() throws Exception {
        operator.close();
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, CohortUpdate, ReferenceUpdate, PeriodDocument>
            operator() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new RollUpCohorts(TimeSettings.DEFAULT),
                CohortUpdate::cohort,
                null,
                Types.STRING,
                128,
                1,
                0);
    }

    @Test
    void theFiguresAtTheEndAreThoseOfTheLastHeartbeat() throws Exception {
        arrive(CohortChanges.removedAfter(Duration.ofHours(2)));
        arrive(CohortChanges.running());
        heartbeat(START + Duration.ofHours(5).toMillis());
        watermark(END_OF_INPUT);

        PeriodDocument document = newest();
        assertThat(document.updatedAt()).isEqualTo(START + Duration.ofHours(5).toMillis());
        assertThat(document.figures().issued()).isEqualTo(2);
        assertThat(document.figures().removed()).isEqualTo(1);
        assertThat(document.figures().within3h()).isEqualTo(1);
        // Of two followed so long, one is removed at two hours: half of them.
        assertThat(document.figures().kmMedian()).isEqualTo(Duration.ofHours(2).toMillis());
    }

    @Test
    void aCaseThatIsNoLongerFollowedAtTheRemovalOfAnotherIsNotAtRiskThen() throws Exception {
        arrive(CohortChanges.removedAfter(Duration.ofHours(2)));
        arrive(CohortChanges.running());
        heartbeat(START + Duration.ofHours(1).toMillis());
        watermark(END_OF_INPUT);

        assertThat(newest().figures().kmP90()).isEqualTo(Duration.ofHours(2).toMillis());
    }

    @Test
    void changesThatComeTogetherAreShownTogether() throws Exception {
        watermark(START);
        arrive(CohortChanges.running());
        arrive(CohortChanges.running());
        watermark(START + 1);
        assertThat(operator.extractOutputValues()).isEmpty();

        watermark(START + Duration.ofSeconds(1).toMillis());
        assertThat(operator.extractOutputValues()).hasSize(1);
        assertThat(newest().figures().issued()).isEqualTo(2);
    }

    @Test
    void aCohortWithOpenCasesIsShownAnewAtTheRefreshInterval() throws Exception {
        arrive(CohortChanges.running());
        long shown = START + Duration.ofMinutes(1).toMillis();
        watermark(shown);
        watermark(shown + REFRESH.toMillis() - 1);
        assertThat(operator.extractOutputValues()).hasSize(1);

        watermark(shown + REFRESH.toMillis());
        assertThat(operator.extractOutputValues()).hasSize(2);
        assertThat(newest().updatedAt()).isEqualTo(shown + REFRESH.toMillis());
    }

    @Test
    void aCohortWithoutOpenCasesComesToRest() throws Exception {
        arrive(CohortChanges.removedAfter(Duration.ofHours(2)));
        watermark(START + Duration.ofHours(3).toMillis());
        assertThat(operator.extractOutputValues()).hasSize(1);
        assertThat(operator.numEventTimeTimers()).isZero();
    }

    /** Found by the simulation: the newer document had the lower version and was lost. */
    @Test
    void fewerDocumentsAfterARestartDoNotLookOlderThanThoseBeforeIt() throws Exception {
        OperatorSubtaskState state = operator.snapshot(1, 1);
        arrive(CohortChanges.running());
        watermark(START + Duration.ofMinutes(1).toMillis());
        watermark(START + Duration.ofHours(3).toMillis());
        arrive(CohortChanges.running());
        watermark(START + Duration.ofHours(4).toMillis());
        long before = newest().revision();
        try (var restored = operator()) {
            restored.initializeState(state);
            restored.open();
            for (int number = 0; number < 2; number++) {
                restored.processElement1(update(CohortChanges.running()), 0);
            }
            restored.processBothWatermarks(Watermark.MAX_WATERMARK);
            assertThat(restored.extractOutputValues()).hasSize(1);
            assertThat(restored.extractOutputValues().get(0).revision()).isGreaterThan(before);
        }
    }

    private void arrive(CohortChange change) throws Exception {
        operator.processElement1(update(change), 0);
    }

    private void watermark(long at) throws Exception {
        operator.processBothWatermarks(new Watermark(at));
    }

    private static CohortUpdate update(CohortChange change) {
        return new CohortUpdate(Period.DAY, Period.DAY.startOf(START), CohortUpdate.ALL, change);
    }

    private void heartbeat(long at) throws Exception {
        operator.processElement2(
                new ReferenceUpdate(ReferenceUpdate.Kind.HEARTBEAT, null, null, at), 0);
    }

    private PeriodDocument newest() {
        List<PeriodDocument> documents = operator.extractOutputValues();
        return documents.get(documents.size() - 1);
    }
}
