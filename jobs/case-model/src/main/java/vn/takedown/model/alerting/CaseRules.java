package vn.takedown.model.alerting;

import vn.takedown.model.cases.CaseSituation;
import vn.takedown.model.cases.Verdict;
import vn.takedown.model.cohort.Recidivism;

/**
 * For each kind of alert about a case, whether there is reason for it at one instant. A mark in
 * time, such as a deadline, has passed in the first millisecond after it, as {@code PENDING} holds
 * while {@code T ≤ due_at} (contract section 3).
 */
final class CaseRules {

    static final AlertKind[] KINDS = {
        AlertKind.ACK_OVERDUE,
        AlertKind.DEADLINE_NEAR,
        AlertKind.SLA_OVERDUE,
        AlertKind.SLA_BREACH,
        AlertKind.SECOND_NOTICE_DUE,
        AlertKind.FALSE_CLAIM,
        AlertKind.REINSTATEMENT,
        AlertKind.CONTENT_RECIDIVISM
    };

    private final CaseSituation situation;
    private final Recidivism recidivism;
    private final AlertTerms terms;
    private final long now;

    /**
     * @param recidivism null while it has not been judged
     * @param now milliseconds since the epoch
     */
    CaseRules(CaseSituation situation, Recidivism recidivism, AlertTerms terms, long now) {
        this.situation = situation;
        this.recidivism = recidivism;
        this.terms = terms;
        this.now = now;
    }

    Condition of(AlertKind kind) {
        return switch (kind) {
            case ACK_OVERDUE -> ackOverdue();
            case DEADLINE_NEAR -> deadlineNear();
            case SLA_OVERDUE -> slaOverdue();
            case SLA_BREACH -> slaBreach();
            case SECOND_NOTICE_DUE -> secondNoticeDue();
            case FALSE_CLAIM -> falseClaim();
            case REINSTATEMENT -> reinstatement();
            case CONTENT_RECIDIVISM -> contentRecidivism();
            case PROVIDER_STRIKES, MONITOR_BLIND ->
                    throw new IllegalArgumentException(kind + " is about no case");
        };
    }

    /** The next instant after {@code now} at which time alone may change an answer, else null. */
    static Long nextAlarm(CaseSituation situation, AlertTerms terms, long now) {
        Long next = later(now, null, ackMark(situation, terms));
        next = later(now, next, secondNoticeMark(situation, terms));
        for (double fraction : terms.warnAt()) {
            next = later(now, next, nearMark(situation, fraction));
        }
        return next;
    }

    /** The earlier of {@code next} and the first millisecond after the mark, if that is to come. */
    private static Long later(long now, Long next, Long mark) {
        if (mark == null || mark + 1 <= now || (next != null && next <= mark + 1)) {
            return next;
        }
        return mark + 1;
    }

    private static Long ackMark(CaseSituation situation, AlertTerms terms) {
        return terms.ackWithin() == null ? null : situation.instantShowing(terms.ackWithin());
    }

    private static Long nearMark(CaseSituation situation, double fraction) {
        return situation.instantShowing(AlertTerms.mark(fraction, situation.duration()));
    }

    private static Long secondNoticeMark(CaseSituation situation, AlertTerms terms) {
        return terms.secondNoticeAfter() == null || situation.dueAt() == null
                ? null
                : (Long) (situation.dueAt() + terms.secondNoticeAfter());
    }

    private boolean passed(Long mark) {
        return mark != null && now > mark;
    }

    private boolean excluded() {
        return situation.verdict() == Verdict.EXCLUDED;
    }

    /** Why nothing is asked of the provider any more; null when something still is. */
    private Resolution settled() {
        if (situation.withdrawnAt() != null) {
            return Resolution.WITHDRAWN;
        }
        if (excluded()) {
            return Resolution.EXCLUDED;
        }
        return situation.firstDownAt() != null ? Resolution.REMOVED : null;
    }

    private Condition ackOverdue() {
        if (situation.acknowledgedAt() != null) {
            return new Condition.Off(Resolution.ACKNOWLEDGED);
        }
        if (settled() != null) {
            return new Condition.Off(settled());
        }
        Long mark = ackMark(situation, terms);
        return passed(mark)
                ? new Condition.On(mark, Severity.WARNING, null)
                : new Condition.Off(Resolution.CLOCK_MOVED);
    }

    /** The last fraction is a warning, those before it are for the record. */
    private Condition deadlineNear() {
        if (settled() != null) {
            return new Condition.Off(settled());
        }
        if (situation.verdict() != Verdict.PENDING) {
            return new Condition.Off(Resolution.DEADLINE_PASSED);
        }
        if (situation.dueAt() == null) {
            return new Condition.Off(Resolution.CLOCK_MOVED);
        }
        for (int i = terms.warnAt().size() - 1; i >= 0; i--) {
            double fraction = terms.warnAt().get(i);
            Long mark = nearMark(situation, fraction);
            if (passed(mark)) {
                boolean last = i == terms.warnAt().size() - 1;
                return new Condition.On(
                        nearMark(situation, terms.warnAt().get(0)),
                        last ? Severity.WARNING : Severity.INFO,
                        Double.toString(fraction));
            }
        }
        return new Condition.Off(Resolution.CLOCK_MOVED);
    }

    private Condition slaOverdue() {
        return switch (situation.verdict()) {
            case OVERDUE, UNOBSERVED -> new Condition.On(situation.dueAt(), Severity.WARNING, null);
            case BREACH -> new Condition.Off(Resolution.BREACHED);
            case ON_TIME -> new Condition.Off(Resolution.ON_TIME);
            case INDETERMINATE -> new Condition.Off(Resolution.INDETERMINATE);
            case UNCONFIRMED -> new Condition.Off(Resolution.UNCONFIRMED);
            case PENDING -> new Condition.Off(Resolution.CLOCK_MOVED);
            case EXCLUDED -> new Condition.Off(exclusion());
        };
    }

    private Resolution exclusion() {
        return situation.withdrawnAt() != null ? Resolution.WITHDRAWN : Resolution.EXCLUDED;
    }

    /**
     * Contract section 6, item 17. The content counts as up until a removal is confirmed: a single
     * down may be the crawler's. After a withdrawal nobody looks any more.
     */
    private Condition slaBreach() {
        if (situation.verdict() != Verdict.BREACH) {
            return new Condition.Off(excluded() ? exclusion() : Resolution.RESTATED);
        }
        long startsAt = situation.breachedAt();
        return situation.over()
                ? new Condition.Over(
                        startsAt,
                        Severity.CRITICAL,
                        null,
                        situation.withdrawnAt() != null ? Resolution.WITHDRAWN : Resolution.REMOVED)
                : new Condition.On(startsAt, Severity.CRITICAL, null);
    }

    private Condition secondNoticeDue() {
        if (settled() != null) {
            return new Condition.Off(settled());
        }
        Long mark = secondNoticeMark(situation, terms);
        if (!passed(mark)) {
            return new Condition.Off(Resolution.CLOCK_MOVED);
        }
        return situation.verdict() == Verdict.UNCONFIRMED
                ? new Condition.Off(Resolution.UNCONFIRMED)
                : new Condition.On(mark, Severity.WARNING, null);
    }

    private Condition falseClaim() {
        if (situation.falseClaimAt() == null) {
            return new Condition.Off(Resolution.RESTATED);
        }
        return settled() != null
                ? new Condition.Over(situation.falseClaimAt(), Severity.WARNING, null, settled())
                : new Condition.On(situation.falseClaimAt(), Severity.WARNING, null);
    }

    /** A later removal, withdrawal or failed delivery ends it: the state is then another one. */
    private Condition reinstatement() {
        return switch (situation.state()) {
            case REINSTATED -> new Condition.On(situation.reinstatedAt(), Severity.CRITICAL, null);
            case REMOVED -> new Condition.Off(Resolution.REMOVED);
            case WITHDRAWN -> new Condition.Off(Resolution.WITHDRAWN);
            case UNDELIVERABLE -> new Condition.Off(Resolution.EXCLUDED);
            default -> new Condition.Off(Resolution.RESTATED);
        };
    }

    /** Contract section 6, item 16. A fact from the start; it stands until the case is settled. */
    private Condition contentRecidivism() {
        if (recidivism == null || recidivism == Recidivism.NONE) {
            return new Condition.Off(Resolution.RESTATED);
        }
        Severity severity = recidivism == Recidivism.STRICT ? Severity.CRITICAL : Severity.WARNING;
        return settled() != null
                ? new Condition.Over(situation.issuedAt(), severity, recidivism.name(), settled())
                : new Condition.On(situation.issuedAt(), severity, recidivism.name());
    }
}
