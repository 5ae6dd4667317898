package vn.takedown.compliance.alerting;

import java.util.List;
import java.util.function.ToLongFunction;
import vn.takedown.model.alerting.AlertTerms;
import vn.takedown.model.alerting.WatchedCase;
import vn.takedown.model.cases.CaseSituation;
import vn.takedown.model.reference.Policy;

/**
 * Raises the alerts of each case and keeps them up to date: all news of one instant is looked at
 * together, with the marks in time between. Keyed by {@code case_id}.
 */
public final class WatchCases extends WatchOperator<CaseNews, CaseSituation, WatchedCase> {

    public static final String UID = "watch-cases";

    private static final long serialVersionUID = 1L;

    private final long reinstatementWatch;

    /**
     * @param reinstatementWatch milliseconds after which a closed case is forgotten, as it is by
     *     the operator that follows it; {@link Long#MAX_VALUE} for never
     */
    public WatchCases(long reinstatementWatch) {
        super(WatchedCaseSerializer.TYPE, CaseSituationSerializer.TYPE);
        this.reinstatementWatch = reinstatementWatch;
    }

    @Override
    ToLongFunction<CaseSituation> instant() {
        return CaseSituation::at;
    }

    @Override
    void tell(CaseNews news, Watched<CaseSituation, WatchedCase> watched, long now) {
        if (news.situation() != null) {
            watched.await(news.situation());
            return;
        }
        WatchedCase known = known(watched);
        if (news.recidivism() == known.recidivism()) {
            return;
        }
        WatchedCase judged = known.judged(news.recidivism());
        // The first answer comes before anything of the case is decided, a later one restates it.
        watched.known =
                known.situation() == null
                        ? judged
                        : judged.look(Math.max(now, known.lookedAt()), this::raise);
    }

    @Override
    void advance(Watched<CaseSituation, WatchedCase> watched, String key, long until) {
        List<CaseSituation> due = watched.takeUntil(until);
        WatchedCase known = known(watched);
        for (int i = 0; i < due.size(); i++) {
            CaseSituation situation = due.get(i);
            boolean last = i + 1 == due.size() || due.get(i + 1).at() > situation.at();
            if (last) {
                known =
                        known.elapse(situation.at() - 1, this::raise)
                                .follow(situation, terms(situation), this::raise);
            }
        }
        known = known.elapse(until, this::raise);
        watched.known = isOver(known, watched, until) ? null : known;
    }

    private boolean isOver(
            WatchedCase known, Watched<CaseSituation, WatchedCase> watched, long until) {
        return !ended()
                && !watched.isWaiting()
                && retiresAt(known.situation()) != Watched.NEVER
                && retiresAt(known.situation()) <= until;
    }

    @Override
    long wakesAt(Watched<CaseSituation, WatchedCase> watched) {
        if (watched.known == null) {
            return watched.firstAt();
        }
        Long mark = watched.known.nextAlarm();
        long alarm = mark == null ? Watched.NEVER : mark;
        return Math.min(Math.min(watched.firstAt(), alarm), retiresAt(watched.known.situation()));
    }

    private long retiresAt(CaseSituation situation) {
        return situation == null
                        || situation.closedSince() == null
                        || reinstatementWatch == Long.MAX_VALUE
                ? Watched.NEVER
                : situation.closedSince() + reinstatementWatch;
    }

    private static WatchedCase known(Watched<CaseSituation, WatchedCase> watched) {
        return watched.known == null ? WatchedCase.NEW : watched.known;
    }

    private AlertTerms terms(CaseSituation situation) {
        Policy policy = book().policy(situation.policyId(), situation.policyVersion());
        return policy == null ? AlertTerms.NONE : AlertTerms.of(policy);
    }
}
