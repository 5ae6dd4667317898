package vn.takedown.model.alerting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import vn.takedown.model.reference.ProviderType;
import vn.takedown.model.reference.Strike;

/**
 * The alerts of one provider: {@code PROVIDER_STRIKES} for each policy it breaches, and {@code
 * MONITOR_BLIND}. Decided once per instant, as in {@link WatchedCase}. Instants are milliseconds
 * since the epoch.
 *
 * @param providerId {@link #ALL} for all together: of them only blindness is told
 * @param providerType null when the registry does not know it
 * @param openCases how many cases are to be watched
 * @param openSince since when there has been one without a break; null when there is none
 * @param observedAt when something was last observed; null when nothing was
 * @param breaches those that may still count, in no order
 * @param alerts at most one of each subject
 * @param lookedAt the latest instant that was decided; {@link Long#MIN_VALUE} when none was
 */
public record WatchedProvider(
        String providerId,
        ProviderType providerType,
        int openCases,
        Long openSince,
        Long observedAt,
        List<Breach> breaches,
        List<Alert> alerts,
        long lookedAt) {

    /** Stands for all providers together, as in the periods (contract section 4). */
    public static final String ALL = "_all";

    /** When nothing is observed anywhere, it is this topic that is silent. */
    private static final String OBSERVATIONS = "takedown.observations.v1";

    private static final Comparator<Breach> ORDER =
            Comparator.comparingLong(Breach::at).thenComparing(Breach::caseId);

    public WatchedProvider {
        breaches = List.copyOf(breaches);
        alerts = List.copyOf(alerts);
    }

    public static WatchedProvider of(String providerId) {
        return new WatchedProvider(
                providerId, null, 0, null, null, List.of(), List.of(), Long.MIN_VALUE);
    }

    /**
     * The provider after the changes of its cases at one instant. Before, time must have
     * {@linkplain #elapse passed} to the millisecond before it.
     *
     * @param signals of that instant, not empty; those of one case in order
     */
    public WatchedProvider follow(
            List<ProviderSignal> signals, ProviderTerms terms, Consumer<Alert> changed) {
        int open = openCases;
        Long observed = observedAt;
        List<Breach> known = new ArrayList<>(breaches);
        for (ProviderSignal signal : signals) {
            open += signal.opened();
            if (signal.observed() && (observed == null || observed < signal.at())) {
                observed = signal.at();
            }
            if (signal.judged()) {
                known.removeIf(breach -> breach.caseId().equals(signal.caseId()));
                if (signal.breachedAt() != null) {
                    known.add(Breach.of(signal));
                }
            }
        }
        ProviderSignal last = signals.get(signals.size() - 1);
        Long since = openSince == null ? (Long) last.at() : openSince;
        return new WatchedProvider(
                        providerId,
                        last.providerType(),
                        open,
                        open == 0 ? null : since,
                        observed,
                        known,
                        alerts,
                        lookedAt)
                .look(Math.max(last.at(), lookedAt), terms, changed);
    }

    /** Lets time pass to {@code until}: every mark is answered at its own instant. */
    public WatchedProvider elapse(long until, ProviderTerms terms, Consumer<Alert> changed) {
        WatchedProvider elapsed = this;
        Long alarm = elapsed.nextAlarm(terms);
        while (alarm != null && alarm <= until) {
            elapsed = elapsed.look(alarm, terms, changed);
            alarm = elapsed.nextAlarm(terms);
        }
        return elapsed;
    }

    /** When time alone may next change something; null when never. */
    public Long nextAlarm(ProviderTerms terms) {
        Long next = null;
        if (openCases > 0 && blindMark(terms) + 1 > lookedAt) {
            next = blindMark(terms) + 1;
        }
        for (Alert alert : alerts) {
            if (alert.kind() == AlertKind.PROVIDER_STRIKES && alert.firing()) {
                for (Strike strike : terms.strikes(alert.policyId(), lookedAt)) {
                    next = nextExpiry(next, alert.policyId(), strike.window().toMillis());
                }
            }
        }
        return next;
    }

    private Long nextExpiry(Long next, String policyId, long window) {
        Long earliest = next;
        for (Breach breach : breaches) {
            long expires = breach.at() + window;
            if (breach.policyId().equals(policyId)
                    && expires > lookedAt
                    && (earliest == null || expires < earliest)) {
                earliest = expires;
            }
        }
        return earliest;
    }

    private long blindMark(ProviderTerms terms) {
        long since = observedAt == null ? openSince : Math.max(openSince, observedAt);
        return since + terms.blindAfter();
    }

    private WatchedProvider look(long now, ProviderTerms terms, Consumer<Alert> changed) {
        List<Alert> decided = new ArrayList<>();
        TreeSet<String> policies = new TreeSet<>();
        breaches.forEach(breach -> policies.add(breach.policyId()));
        for (Alert alert : alerts) {
            if (alert.policyId() != null) {
                policies.add(alert.policyId());
            }
        }
        List<Breach> kept = new ArrayList<>();
        for (String policyId : policies) {
            List<Strike> strikes = terms.strikes(policyId, now);
            decide(struck(policyId), condition(policyId, strikes, now), now, decided, changed);
            keep(policyId, now - terms.longestWindow(policyId), kept);
        }
        kept.sort(ORDER);
        decide(blind(), blindCondition(terms, now), now, decided, changed);
        return new WatchedProvider(
                providerId, providerType, openCases, openSince, observedAt, kept, decided, now);
    }

    private void decide(
            Alert.Subject subject,
            Condition condition,
            long now,
            List<Alert> decided,
            Consumer<Alert> changed) {
        Alert before = newest(subject.kind(), subject.subject());
        Alert after = subject.next(before, condition, now);
        if (after != null) {
            decided.add(after);
            if (after != before) {
                changed.accept(after);
            }
        }
    }

    private Alert newest(AlertKind kind, String subject) {
        for (Alert alert : alerts) {
            if (alert.kind() == kind && alert.subject().equals(subject)) {
                return alert;
            }
        }
        return null;
    }

    private Alert.Subject struck(String policyId) {
        return new Alert.Subject(
                AlertKind.PROVIDER_STRIKES,
                providerId,
                policyId,
                providerType,
                null,
                policyId,
                null);
    }

    private boolean all() {
        return providerId.equals(ALL);
    }

    private Alert.Subject blind() {
        return new Alert.Subject(
                AlertKind.MONITOR_BLIND,
                providerId,
                all() ? OBSERVATIONS : providerId,
                providerType,
                null,
                null,
                null);
    }

    /** The highest level reached is a critical one, those below are warnings. */
    private Condition condition(String policyId, List<Strike> strikes, long now) {
        int level = 0;
        int highest = 0;
        for (Strike strike : strikes) {
            highest = Math.max(highest, strike.level());
            long count =
                    breaches.stream()
                            .filter(breach -> breach.policyId().equals(policyId))
                            .filter(breach -> breach.at() <= now)
                            .filter(breach -> breach.at() > now - strike.window().toMillis())
                            .count();
            if (count >= strike.count()) {
                level = Math.max(level, strike.level());
            }
        }
        if (level == 0) {
            return new Condition.Off(Resolution.FEWER_BREACHES);
        }
        Alert before = newest(AlertKind.PROVIDER_STRIKES, policyId);
        long startsAt = before != null && before.firing() ? before.startsAt() : now;
        return new Condition.On(
                startsAt,
                level == highest ? Severity.CRITICAL : Severity.WARNING,
                Integer.toString(level));
    }

    private void keep(String policyId, long after, List<Breach> kept) {
        for (Breach breach : breaches) {
            if (breach.policyId().equals(policyId) && breach.at() > after) {
                kept.add(breach);
            }
        }
    }

    private Condition blindCondition(ProviderTerms terms, long now) {
        if (openCases == 0) {
            return new Condition.Off(Resolution.NO_OPEN_CASE);
        }
        long mark = blindMark(terms);
        return now > mark
                ? new Condition.On(mark, all() ? Severity.CRITICAL : Severity.WARNING, null)
                : new Condition.Off(Resolution.OBSERVED_AGAIN);
    }
}
