package vn.takedown.model.alerting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.takedown.model.cases.CaseSituation;
import vn.takedown.model.cohort.Recidivism;

/**
 * The alerts of one case. Decided once per instant, after all that happened at it, so that alerts
 * depend on the facts alone and not on the steps in which time passes.
 *
 * @param situation null until the case is known
 * @param recidivism null until it has been judged
 * @param terms null until the case is known
 * @param alerts at most one of each kind
 * @param lookedAt the latest instant that was decided; {@link Long#MIN_VALUE} when none was
 */
public record WatchedCase(
        CaseSituation situation,
        Recidivism recidivism,
        AlertTerms terms,
        List<Alert> alerts,
        long lookedAt) {

    /** Nothing is known yet. */
    public static final WatchedCase NEW =
            new WatchedCase(null, null, null, List.of(), Long.MIN_VALUE);

    public WatchedCase {
        alerts = List.copyOf(alerts);
    }

    /** The same case once it has been judged whether its content was requested before. */
    public WatchedCase judged(Recidivism answer) {
        return new WatchedCase(situation, answer, terms, alerts, lookedAt);
    }

    /**
     * The case after its newest document. Before, time must have {@linkplain #elapse passed} to the
     * millisecond before it.
     *
     * @param policy the policy's terms; those the case has already stay
     */
    public WatchedCase follow(CaseSituation next, AlertTerms policy, Consumer<Alert> changed) {
        AlertTerms kept = terms == null ? policy : terms;
        return new WatchedCase(next, recidivism, kept, alerts, lookedAt)
                .look(Math.max(next.at(), lookedAt), changed);
    }

    /** Lets time pass to {@code until}: every mark is answered at its own instant. */
    public WatchedCase elapse(long until, Consumer<Alert> changed) {
        WatchedCase elapsed = this;
        Long alarm = elapsed.nextAlarm();
        while (alarm != null && alarm <= until) {
            elapsed = elapsed.look(alarm, changed);
            alarm = elapsed.nextAlarm();
        }
        return elapsed;
    }

    /** When time alone may next change something; null when never. */
    public Long nextAlarm() {
        return situation == null ? null : CaseRules.nextAlarm(situation, terms, lookedAt);
    }

    /** Decides every kind as of {@code now}. */
    public WatchedCase look(long now, Consumer<Alert> changed) {
        if (situation == null) {
            return this;
        }
        CaseRules rules = new CaseRules(situation, recidivism, terms, now);
        List<Alert> decided = new ArrayList<>();
        for (AlertKind kind : CaseRules.KINDS) {
            Alert before = newest(kind);
            Alert after = Alert.about(kind, situation).next(before, rules.of(kind), now);
            if (after != null) {
                decided.add(after);
                if (after != before) {
                    changed.accept(after);
                }
            }
        }
        return new WatchedCase(situation, recidivism, terms, decided, now);
    }

    private Alert newest(AlertKind kind) {
        for (Alert alert : alerts) {
            if (alert.kind() == kind) {
                return alert;
            }
        }
        return null;
    }
}
