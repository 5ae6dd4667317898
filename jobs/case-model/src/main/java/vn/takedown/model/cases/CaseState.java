package vn.takedown.model.cases;

import static vn.takedown.model.cases.Instants.NEVER;
import static vn.takedown.model.cases.Instants.known;

import vn.takedown.model.reference.ClockStart;

/**
 * Everything the monitor remembers of one case: facts only, from which {@link CaseFigures} follow.
 * Instants are milliseconds since the epoch or {@link Instants#NEVER}. Changed by {@link
 * CaseMachine} alone.
 */
public final class CaseState {

    final CaseIdentity identity;
    final PolicyTerms terms;

    final Pauses pauses;
    long deliveredAt = NEVER;
    long undeliverableAt = NEVER;
    long withdrawnAt = NEVER;
    long acknowledgedAt = NEVER;
    long claimedAt = NEVER;

    /** Last up before the first removal, or the last one at all while there is none. */
    long lastUpAt = NEVER;

    long firstDownAt = NEVER;
    long confirmedDownAt = NEVER;
    long reappearedAt = NEVER;

    /** The latest confirmation of the removal that holds now; NEVER while none does. */
    long removedAt = NEVER;

    /** The reinstatement that holds now; NEVER while none does. */
    long reinstatedAt = NEVER;

    /** When it last ceased to be {@link #open}; NEVER when it never did. */
    long lastOpenAt = NEVER;

    long falseClaimAt = NEVER;

    /** First up after the deadline while there was no removal yet: the proof of a breach. */
    long breachedAt = NEVER;

    /** Whether there was any up after the deadline. */
    boolean upAfterDeadline;

    /** Whether a late event has been applied to this case. */
    boolean restated;

    boolean alreadyDown;
    boolean geoOnly;
    boolean moot;
    int removals;
    int reinstatements;
    int observations;

    /** The down run that is open now, null when the latest counted observation is not down. */
    DownRun run;

    /** The verdict in the newest document. */
    Verdict verdict = Verdict.PENDING;

    /** Number of documents written so far. */
    long sequence;

    /** When what the newest document does not show is to be written; NEVER when it shows all. */
    long refreshAt = NEVER;

    CaseState(CaseIdentity identity, PolicyTerms terms, Pauses pauses) {
        this.identity = identity;
        this.terms = terms;
        this.pauses = pauses;
    }

    public CaseIdentity identity() {
        return identity;
    }

    public PolicyTerms terms() {
        return terms;
    }

    /** Whether a late event has been applied (contract section 3). */
    public boolean restated() {
        return restated;
    }

    /**
     * Since when nothing but a reinstatement can still happen: the removal, the withdrawal, the
     * proof that it was already down, or the failed delivery. NEVER while the case is open.
     */
    long closedSince() {
        if (known(withdrawnAt)) {
            return withdrawnAt;
        }
        if (alreadyDown) {
            return Math.max(start(), confirmedDownAt);
        }
        return known(removedAt) ? removedAt : undeliverableAt;
    }

    /** {@code t0}, or NEVER while the clock has not started. */
    long start() {
        return terms.clockStart() == ClockStart.ISSUED ? identity.issuedAt() : deliveredAt;
    }

    boolean started() {
        return known(start());
    }

    /** Whether the monitor has to look at it: it is due to be down, and is not known to be. */
    boolean open() {
        return started()
                && !known(withdrawnAt)
                && !known(removedAt)
                && CaseFigures.exclusion(this) == null;
    }

    /** The legal clock; only when {@link #started()}. */
    SlaClock clock() {
        return SlaClock.of(start(), terms.duration(), pauses);
    }

    /**
     * When time alone changes the verdict: the first millisecond after the deadline. NEVER when it
     * has passed or is not known.
     */
    long deadlineAlarm() {
        if (verdict != Verdict.PENDING || !started()) {
            return NEVER;
        }
        long dueAt = clock().dueAt();
        return dueAt == SlaClock.OPEN_END ? NEVER : dueAt + 1;
    }
}
