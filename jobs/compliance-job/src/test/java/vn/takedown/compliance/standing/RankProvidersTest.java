package vn.takedown.compliance.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.takedown.compliance.config.StandingSettings;
import vn.takedown.compliance.document.ProviderStateDocument;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.compliance.tracking.CutOff;
import vn.takedown.compliance.tracking.ReferenceState;
import vn.takedown.model.alerting.BurnTerms;
import vn.takedown.model.standing.CaseStanding;
import vn.takedown.model.standing.DueBook;
import vn.takedown.model.standing.DueOutcome;
import vn.takedown.model.standing.ProviderStanding;
import vn.takedown.model.standing.StandingChange;

class RankProvidersTest {

    private static final long HOUR = DueBook.HOUR;
    private static final long START = 480_000 * HOUR;

    private KeyedBroadcastOperatorTestHarness<
                    String, StandingNews, ReferenceUpdate, ProviderStateDocument>
            operator;

    @AfterEach
    void stop() throws Exception {
        operator.close();
    }

    @Test
    void liveStatesAreShownAtEveryRefresh() throws Exception {
        start(Duration.ofHours(6), true, null);
        tell(standing("a", 1));
        passTo(START + HOUR);
        assertThat(shown()).isEmpty();

        passTo(START + 6 * HOUR + 5);
        assertThat(shown())
                .extracting(ProviderStateDocument::id, ProviderStateDocument::asOf)
                .containsExactly(tuple("a", START + 6 * HOUR), tuple("_all", START + 6 * HOUR));
        passTo(START + 12 * HOUR);
        assertThat(shown()).hasSize(4);
    }

    @Test
    void aChangeOfAStrikeIsShownAtOnce() throws Exception {
        start(Duration.ofHours(6), true, null);
        tell(standing("a", 1));
        tell(new StandingNews("a", START + HOUR, null, "vn-law", 2));
        tell(new StandingNews("a", START + HOUR, null, "vn-isp", 1));
        tell(new StandingNews("a", START + HOUR, null, "burn-1d", 1));
        passTo(START + HOUR);
        assertThat(shown().get(0).strikeLevel()).isEqualTo(2);
        assertThat(shown().get(0).burnLevel()).isEqualTo(1);

        tell(new StandingNews("a", START + 2 * HOUR, null, "vn-law", null));
        tell(new StandingNews("a", START + 2 * HOUR, null, "burn-1d", null));
        passTo(START + 2 * HOUR);
        assertThat(shown()).hasSize(4);
        assertThat(shown().get(2).strikeLevel()).isEqualTo(1);
        assertThat(shown().get(2).burnLevel()).isNull();
    }

    @Test
    void aBoundedRunShowsThemOnceAsOfTheCutOff() throws Exception {
        start(Duration.ofHours(1), false, null);
        tell(standing("a", 1));
        tell(new StandingNews("a", START + HOUR, null, "vn-law", 2));
        passTo(START + 100 * HOUR);
        OperatorSubtaskState state = operator.snapshot(1, 1);
        assertThat(shown()).isEmpty();
        operator.close();

        start(Duration.ofHours(1), false, state);
        operator.processBroadcastElement(
                new ReferenceUpdate(
                        ReferenceUpdate.Kind.HEARTBEAT, null, null, START + 100 * HOUR + 7),
                0);
        passTo(Long.MAX_VALUE);
        assertThat(shown())
                .extracting(
                        ProviderStateDocument::id,
                        ProviderStateDocument::asOf,
                        ProviderStateDocument::strikeLevel)
                .containsExactly(
                        tuple("a", START + 100 * HOUR + 7, 2L),
                        tuple("_all", START + 100 * HOUR + 7, null));
    }

    @Test
    void allTogetherAreTheSumAndHaveNoPosition() throws Exception {
        start(Duration.ofHours(1), true, null);
        tell(standing("a", 3));
        tell(standing("b", 4));
        passTo(START + HOUR);

        ProviderStateDocument all = shown().get(2);
        assertThat(all.standing().openCases()).isEqualTo(7);
        assertThat(all.standing().overdue().all()).isEqualTo(7);
        assertThat(all.standing().due90d().due()).isEqualTo(7);
        assertThat(all.leaguePosition()).isNull();
        assertThat(all.leagueSize()).isEqualTo(2);
        assertThat(shown())
                .extracting(ProviderStateDocument::leaguePosition)
                .containsExactly(1L, 2L, null);
    }

    private void start(Duration refresh, boolean live, OperatorSubtaskState state)
            throws Exception {
        StandingSettings settings = new StandingSettings(BurnTerms.DEFAULT, 1, live);
        operator =
                new KeyedBroadcastOperatorTestHarness<>(
                        new CoBroadcastWithKeyedOperator<>(
                                new RankProviders(refresh, settings),
                                List.of(ReferenceState.ENTRIES, CutOff.STATE)),
                        RankProviders::key,
                        Types.STRING,
                        1,
                        1,
                        0);
        if (state != null) {
            operator.initializeState(state);
        }
        operator.open();
    }

    /** All cases of it were due an hour before the start, and are late. */
    private static StandingNews standing(String providerId, int cases) {
        DueBook book = new DueBook();
        for (int i = 0; i < cases; i++) {
            book.apply(
                    new StandingChange(
                            providerId,
                            START,
                            CaseStanding.NONE,
                            new CaseStanding(true, START - HOUR, DueOutcome.LATE)));
        }
        return StandingNews.of(ProviderStanding.of(providerId, START + HOUR, book));
    }

    private void tell(StandingNews news) throws Exception {
        operator.processElement(news, news.at());
    }

    private void passTo(long watermark) throws Exception {
        operator.processWatermark(new Watermark(watermark));
        operator.processBroadcastWatermark(new Watermark(watermark));
    }

    private List<ProviderStateDocument> shown() {
        return operator.extractOutputValues();
    }
}
