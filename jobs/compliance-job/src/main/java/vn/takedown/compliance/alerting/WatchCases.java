package vn.takedown.compliance.alerting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.alerting.AlertTerms;
import vn.takedown.model.alerting.WatchedCase;
import vn.takedown.model.cases.CaseSituation;
import vn.takedown.model.reference.Policy;

/**
 * Raises the alerts of each case and keeps them up to date. News waits until the watermark has
 * passed it; then all of one instant is looked at together, with the marks in time between. Keyed
 * by {@code case_id}.
 */
public final class WatchCases extends WatchFunction<CaseNews> {

    public static final String UID = "watch-cases";

    private static final long serialVersionUID = 1L;

    private final long reinstatementWatch;

    private transient ValueState<WatchedCase> watched;
    private transient ListState<CaseSituation> waiting;
    private transient Alarm alarm;

    /**
     * @param reinstatementWatch milliseconds after which a closed case is forgotten, as it is by
     *     the operator that follows it; {@link Long#MAX_VALUE} for never
     */
    public WatchCases(long reinstatementWatch) {
        this.reinstatementWatch = reinstatementWatch;
    }

    @Override
    public void open(OpenContext context) {
        watched =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "case", TypeInformation.of(WatchedCase.class)));
        waiting =
                getRuntimeContext()
                        .getListState(
                                new ListStateDescriptor<>(
                                        "waiting", TypeInformation.of(CaseSituation.class)));
        alarm = new Alarm(getRuntimeContext());
    }

    @Override
    public void processElement(CaseNews news, ReadOnlyContext context, Collector<Alert> output)
            throws Exception {
        long watermark = context.currentWatermark();
        if (news.situation() == null) {
            judge(news, watermark, output);
            return;
        }
        waiting.add(news.situation());
        if (news.situation().at() <= watermark) {
            advance(watermark, context, output);
        } else {
            alarm.noLaterThan(news.situation().at(), context.timerService());
        }
    }

    private void judge(CaseNews news, long watermark, Collector<Alert> output) throws Exception {
        WatchedCase known = known();
        if (news.recidivism() == known.recidivism()) {
            return;
        }
        WatchedCase judged = known.judged(news.recidivism());
        // The first answer comes before anything of the case is decided, a later one restates it.
        if (known.situation() != null) {
            judged = judged.look(Math.max(watermark, known.lookedAt()), output::collect);
        }
        watched.update(judged);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> output)
            throws Exception {
        alarm.rang();
        advance(now(latestWaiting(), context), context, output);
    }

    private long latestWaiting() throws Exception {
        long latest = Long.MIN_VALUE;
        for (CaseSituation situation : waiting.get()) {
            latest = Math.max(latest, situation.at());
        }
        return latest;
    }

    private void advance(long until, ReadOnlyContext context, Collector<Alert> output)
            throws Exception {
        List<CaseSituation> due = new ArrayList<>();
        waiting.get().forEach(due::add);
        due.sort(Comparator.comparingLong(CaseSituation::at));
        WatchedCase known = known();
        int next = 0;
        while (next < due.size() && due.get(next).at() <= until) {
            CaseSituation situation = due.get(next++);
            boolean last = next == due.size() || due.get(next).at() > situation.at();
            if (last) {
                known =
                        known.elapse(situation.at() - 1, output::collect)
                                .follow(situation, terms(situation, context), output::collect);
            }
        }
        known = known.elapse(until, output::collect);
        List<CaseSituation> later = due.subList(next, due.size());
        waiting.update(new ArrayList<>(later));
        if (ended(context)) {
            watched.update(known);
            return;
        }
        save(known, later.isEmpty() ? null : later.get(0).at(), until, context.timerService());
    }

    private void save(WatchedCase known, Long nextNews, long until, TimerService timers)
            throws Exception {
        Long retiresAt = retiresAt(known.situation());
        if (nextNews == null && retiresAt != null && retiresAt <= until) {
            watched.clear();
            alarm.set(null, timers);
            return;
        }
        watched.update(known);
        alarm.set(earliest(earliest(nextNews, known.nextAlarm()), retiresAt), timers);
    }

    private Long retiresAt(CaseSituation situation) {
        return situation == null
                        || situation.closedSince() == null
                        || reinstatementWatch == Long.MAX_VALUE
                ? null
                : (Long) (situation.closedSince() + reinstatementWatch);
    }

    private static Long earliest(Long one, Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.min(one, other);
    }

    private WatchedCase known() throws Exception {
        WatchedCase known = watched.value();
        return known == null ? WatchedCase.NEW : known;
    }

    private AlertTerms terms(CaseSituation situation, ReadOnlyContext context) throws Exception {
        Policy policy = book(context).policy(situation.policyId(), situation.policyVersion());
        return policy == null ? AlertTerms.NONE : AlertTerms.of(policy);
    }
}
