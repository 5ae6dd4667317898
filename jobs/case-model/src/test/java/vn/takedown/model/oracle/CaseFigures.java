package vn.takedown.model.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.AcknowledgementType;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.reference.ClockStart;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.Provider;

/**
 * The figures of one case at T (contract section 3), all but those that look at other cases. Every
 * method works its figure out anew from the events.
 */
final class CaseFigures {

    private static final long SEVEN_DAYS = 7L * 24 * 60 * 60 * 1000;

    /** In the order of section 3, which decides between states of the same time. */
    private static final List<String> STATES =
            List.of(
                    "ISSUED",
                    "DELIVERED",
                    "HELD",
                    "PAUSED",
                    "ACKNOWLEDGED",
                    "CLAIMED",
                    "DOWN_UNCONFIRMED",
                    "REMOVED",
                    "REINSTATED",
                    // Section 6, 15: "at equal times UNDELIVERABLE yields to WITHDRAWN".
                    "UNDELIVERABLE",
                    "WITHDRAWN");

    private final CaseHistory history;
    private final Provider provider;
    private final Policy policy;
    private final long cutOff;
    private final List<Observation> ups;
    private final List<DownRun> runs;

    /**
     * @param provider null when the registry does not know it
     * @param cutOff the contract's T
     */
    CaseFigures(CaseHistory history, Provider provider, Policy policy, long cutOff) {
        this.history = history;
        this.provider = provider;
        this.policy = policy;
        this.cutOff = cutOff;
        this.ups = countedInto(Direction.UP);
        this.runs = runs();
    }

    RequestIssued issued() {
        return history.issued();
    }

    Provider provider() {
        return provider;
    }

    Policy policy() {
        return policy;
    }

    long issuedAt() {
        return history.issued().occurredAt();
    }

    // ---- The instants of the request and its answers

    Long deliveredAt() {
        return firstUpdate(RequestUpdate.DELIVERED);
    }

    Long withdrawnAt() {
        return firstUpdate(RequestUpdate.WITHDRAWN);
    }

    // Section 3: "acknowledged_at: first RECEIVED, ACCEPTED, CLAIMED_DONE, OBJECTED or REFUSED."
    Long acknowledgedAt() {
        return history.acknowledgements().isEmpty()
                ? null
                : history.acknowledgements().get(0).occurredAt();
    }

    // Section 3: "claimed_at: first CLAIMED_DONE."
    Long claimedAt() {
        for (Acknowledgement answer : history.acknowledgements()) {
            if (answer.type() == AcknowledgementType.CLAIMED_DONE) {
                return answer.occurredAt();
            }
        }
        return null;
    }

    private Long firstUpdate(RequestUpdate wanted) {
        for (RequestUpdated update : history.updates()) {
            if (update.update() == wanted) {
                return update.occurredAt();
            }
        }
        return null;
    }

    // Section 6, 14: "UNDELIVERABLE is lifted by a later DELIVERED." Null when it does not hold.
    private Long undeliverableSince() {
        Long since = null;
        for (RequestUpdated update : history.updates()) {
            if (update.update() == RequestUpdate.UNDELIVERABLE && since == null) {
                since = update.occurredAt();
            }
            if (update.update() == RequestUpdate.DELIVERED) {
                since = null;
            }
        }
        return since;
    }

    private Long heldSince() {
        return openSince(RequestUpdate.HELD, RequestUpdate.RELEASED);
    }

    private Long pausedSince() {
        return openSince(RequestUpdate.PAUSED, RequestUpdate.RESUMED);
    }

    private Long openSince(RequestUpdate opening, RequestUpdate closing) {
        for (PausedTime.Interval interval :
                PausedTime.intervals(history.updates(), opening, closing)) {
            if (interval.open()) {
                return interval.from();
            }
        }
        return null;
    }

    // ---- The clock

    // Section 3: "t0 = issued_at (or delivered_at where the policy says so)."
    Long t0() {
        return policy.clockStart() == ClockStart.ISSUED ? (Long) issuedAt() : deliveredAt();
    }

    /** Null when the clock has not started, and while a pause keeps the deadline open. */
    Long dueAt() {
        return t0() == null || due() == PausedTime.NEVER ? null : due();
    }

    /** Only with t0. Later than any instant while a pause keeps the deadline open. */
    private long due() {
        return pausedTime().dueAt();
    }

    private long elapsed(long a, long b) {
        return pausedTime().elapsed(a, b);
    }

    private PausedTime pausedTime() {
        return new PausedTime(history.updates(), t0(), policy.duration().toMillis());
    }

    // Section 3: "tta_ms = elapsed(t0, acknowledged_at)."
    // Section 6, 8: "Without a t0 … the *_ms are null".
    Long ttaMs() {
        return t0() == null || acknowledgedAt() == null ? null : elapsed(t0(), acknowledgedAt());
    }

    // ---- What was observed

    // Section 2: "Only observations from 7 days before t0 on count, and none after withdrawn_at."
    // Section 6, 8: "Without a t0 no observation counts".
    private boolean inWindow(Observation observation) {
        return t0() != null
                && observation.occurredAt() >= t0() - SEVEN_DAYS
                && (withdrawnAt() == null || observation.occurredAt() <= withdrawnAt());
    }

    private Direction direction(Observation observation) {
        // An unknown provider has no networks of its own.
        Set<Long> ownAsns = provider == null ? Set.of() : provider.asns();
        return inWindow(observation)
                ? Direction.of(observation, history.issued().action(), ownAsns)
                : Direction.NEITHER;
    }

    private List<Observation> countedInto(Direction wanted) {
        List<Observation> found = new ArrayList<>();
        for (Observation observation : history.observations()) {
            if (direction(observation) == wanted) {
                found.add(observation);
            }
        }
        return found;
    }

    private List<Observation> counted() {
        List<Observation> found = new ArrayList<>();
        for (Observation observation : history.observations()) {
            if (direction(observation).counted()) {
                found.add(observation);
            }
        }
        return found;
    }

    List<Observation> countedObservations() {
        return counted();
    }

    // jobs/README.md: "open = t0 reached, not withdrawn, not excluded, no confirmed removal
    // standing".
    boolean isToBeWatched() {
        List<DownRun> removals = removalRuns();
        boolean removed =
                !removals.isEmpty() && removals.get(removals.size() - 1).endedBy() == null;
        return t0() != null && withdrawnAt() == null && exclusionReason() == null && !removed;
    }

    private List<DownRun> runs() {
        List<DownRun> found = new ArrayList<>();
        List<Observation> downs = new ArrayList<>();
        for (Observation observation : counted()) {
            if (direction(observation) == Direction.DOWN) {
                downs.add(observation);
            } else if (!downs.isEmpty()) {
                found.add(DownRun.of(downs, observation, policy.confirmation()));
                downs.clear();
            }
        }
        if (!downs.isEmpty()) {
            found.add(DownRun.of(downs, null, policy.confirmation()));
        }
        return found;
    }

    private static boolean before(Observation one, Observation other) {
        return CaseHistory.ORDER.compare(one, other) < 0;
    }

    // Section 4: "observations (counted ones since t0)".
    long observations() {
        return counted().stream().filter(seen -> seen.occurredAt() >= t0()).count();
    }

    // Section 2: "GEO_BLOCKED is up (and sets geo_only while it is the latest counted status)".
    // Section 6, 10: "geo_only is never set for BLOCK."
    boolean geoOnly() {
        List<Observation> counted = counted();
        return history.issued().action() != Action.BLOCK
                && !counted.isEmpty()
                && counted.get(counted.size() - 1).status() == ObservationStatus.GEO_BLOCKED;
    }

    // ---- Removal and reinstatement

    // Section 6, 11: "A run confirmed before t0 is neither a removal nor the ground of a
    // reinstatement."
    private List<DownRun> removalRuns() {
        List<DownRun> found = new ArrayList<>();
        for (DownRun run : runs) {
            if (run.confirmedBy() != null && run.confirmedBy().occurredAt() >= t0()) {
                found.add(run);
            }
        }
        return found;
    }

    // Section 3: "the first confirmed run that is confirmed at or after t0".
    private DownRun firstRemoval() {
        return removalRuns().isEmpty() ? null : removalRuns().get(0);
    }

    // Section 3: "first_down_at = start of the first confirmed run …".
    Long firstDownAt() {
        return firstRemoval() == null ? null : firstRemoval().first().occurredAt();
    }

    // Section 3: "confirmed_down_at = when it was confirmed".
    Long confirmedDownAt() {
        return firstRemoval() == null ? null : firstRemoval().confirmedBy().occurredAt();
    }

    // "before first_down_at (or before T when there is none)"; section 6, 6: "“Before T” includes
    // T."
    private List<Observation> upsBeforeFirstRemoval() {
        DownRun removal = firstRemoval();
        return ups.stream().filter(up -> removal == null || before(up, removal.first())).toList();
    }

    // Section 3: "last_up_at = last up observation before that run (before T when there is none),
    // of any time, null if none."
    Long lastUpAt() {
        List<Observation> earlier = upsBeforeFirstRemoval();
        return earlier.isEmpty() ? null : earlier.get(earlier.size() - 1).occurredAt();
    }

    // Section 6, 17: "the first up observation after due_at"; verdict 3: "before first_down_at".
    Long breachedAt() {
        for (Observation up : upsBeforeFirstRemoval()) {
            if (up.occurredAt() > due()) {
                return up.occurredAt();
            }
        }
        return null;
    }

    /** Only with t0: what the legal clock shows at an instant. */
    long clockAt(long instant) {
        return elapsed(t0(), instant);
    }

    // Section 3: "ttr_high_ms = elapsed(t0, first_down_at)".
    Long ttrHighMs() {
        return firstDownAt() == null ? null : elapsed(t0(), firstDownAt());
    }

    // Section 3: "ttr_low_ms = elapsed(t0, max(t0, last_up_at)), 0 when last_up_at is null."
    // Section 6, 13: "ttr_low_ms and last_up_at are filled for open cases too, as of T."
    Long ttrLowMs() {
        if (t0() == null) {
            return null;
        }
        return lastUpAt() == null ? 0 : elapsed(t0(), Math.max(t0(), lastUpAt()));
    }

    // Section 3: "a later confirmed run is a further removal: removals + 1."
    long removals() {
        return removalRuns().size();
    }

    // Section 3: "After a confirmed run, the first up observation is a reinstatement".
    private List<Observation> reinstating() {
        return removalRuns().stream()
                .filter(run -> run.endedBy() != null)
                .map(DownRun::endedBy)
                .toList();
    }

    long reinstatements() {
        return reinstating().size();
    }

    // Section 3: "reappeared_at = the first one's time".
    Long reappearedAt() {
        return reinstating().isEmpty() ? null : reinstating().get(0).occurredAt();
    }

    // ---- Claims

    // Section 3: "false_claim = there is an up observation later than claimed_at + claim_tolerance
    // and earlier than first_down_at (or there is no first_down_at); false_claim_at = the first
    // such observation."
    Long falseClaimAt() {
        if (claimedAt() == null) {
            return null;
        }
        long tolerated = claimedAt() + policy.claimTolerance().toMillis();
        for (Observation up : upsBeforeFirstRemoval()) {
            if (up.occurredAt() > tolerated) {
                return up.occurredAt();
            }
        }
        return null;
    }

    // ---- State

    // Section 3: "the latest of these that holds at T, with later facts winning over earlier ones
    // and REMOVED/REINSTATED/WITHDRAWN/UNDELIVERABLE winning over the rest."
    String state() {
        Map<String, Long> strong = new TreeMap<>();
        List<DownRun> removals = removalRuns();
        if (!removals.isEmpty()) {
            // The last confirmed run tells which of the two holds: up since, or not.
            DownRun last = removals.get(removals.size() - 1);
            if (last.endedBy() == null) {
                // Section 6, 15: "REMOVED (at its last confirmation)".
                strong.put("REMOVED", last.confirmedBy().occurredAt());
            } else {
                strong.put("REINSTATED", last.endedBy().occurredAt());
            }
        }
        putIfHolds(strong, "WITHDRAWN", withdrawnAt());
        putIfHolds(strong, "UNDELIVERABLE", undeliverableSince());
        if (!strong.isEmpty()) {
            return latest(strong);
        }

        // Section 6, 15: "without any, the latest of the others (DOWN_UNCONFIRMED at the start of
        // its run)".
        Map<String, Long> weak = new TreeMap<>();
        weak.put("ISSUED", issuedAt());
        putIfHolds(weak, "DELIVERED", deliveredAt());
        putIfHolds(weak, "HELD", heldSince());
        putIfHolds(weak, "PAUSED", pausedSince());
        putIfHolds(weak, "ACKNOWLEDGED", acknowledgedAt());
        putIfHolds(weak, "CLAIMED", claimedAt());
        DownRun unconfirmed = openUnconfirmedRun();
        if (unconfirmed != null) {
            weak.put("DOWN_UNCONFIRMED", unconfirmed.first().occurredAt());
        }
        return latest(weak);
    }

    private static void putIfHolds(Map<String, Long> candidates, String state, Long since) {
        if (since != null) {
            candidates.put(state, since);
        }
    }

    // Section 6, 15: "the latest by time; … at equal times UNDELIVERABLE yields to WITHDRAWN,
    // otherwise the later in the list wins."
    private static String latest(Map<String, Long> candidates) {
        String best = null;
        for (String state : STATES) {
            if (candidates.containsKey(state)
                    && (best == null || candidates.get(state) >= candidates.get(best))) {
                best = state;
            }
        }
        return best;
    }

    private DownRun openUnconfirmedRun() {
        if (runs.isEmpty()) {
            return null;
        }
        DownRun last = runs.get(runs.size() - 1);
        return last.endedBy() == null && last.confirmedBy() == null ? last : null;
    }

    // ---- Verdict

    // Section 3: "Verdict at T, first line that holds".
    String verdict() {
        if (exclusionReason() != null) {
            return "EXCLUDED";
        }
        // Section 6, 8: "Without a t0 … the verdict is PENDING".
        if (t0() == null) {
            return "PENDING";
        }
        // 2. "there is a first_down_at ≤ due_at."
        if (firstDownAt() != null && firstDownAt() <= due()) {
            return "ON_TIME";
        }
        // 3. "an up observation later than due_at and before first_down_at (or before T when there
        // is none)."
        if (upsBeforeFirstRemoval().stream().anyMatch(up -> up.occurredAt() > due())) {
            return "BREACH";
        }
        // 4. "first_down_at > due_at and last_up_at ≤ due_at or null".
        if (firstDownAt() != null
                && firstDownAt() > due()
                && (lastUpAt() == null || lastUpAt() <= due())) {
            return "INDETERMINATE";
        }
        // 5. "T ≤ due_at, or a clock that has not started."
        if (cutOff <= due()) {
            return "PENDING";
        }
        // 6. "an unconfirmed down run is open at T that began ≤ due_at."
        DownRun unconfirmed = openUnconfirmedRun();
        if (unconfirmed != null && unconfirmed.first().occurredAt() <= due()) {
            return "UNCONFIRMED";
        }
        // 7. "no counted observation in [t0, T]."
        if (observations() == 0) {
            return "UNOBSERVED";
        }
        // 8. "everything else".
        return "OVERDUE";
    }

    // Section 6, 14: "Of several exclusion reasons the first in the listed order is given."
    String exclusionReason() {
        if (alreadyDown()) {
            return "ALREADY_DOWN";
        }
        if (undeliverableSince() != null) {
            return "UNDELIVERABLE";
        }
        // "withdrawn with no up observation after due_at before it"
        if (withdrawnAt() != null && !upAfterDue()) {
            return "WITHDRAWN";
        }
        // "held and not released at T"
        if (heldSince() != null) {
            return "HELD";
        }
        if (moot()) {
            return "MOOT";
        }
        return null;
    }

    // "the down run that is open at t0, that is, whose latest observation before t0 has no up after
    // it before t0, is confirmed before t0 or later without an up in between"
    private boolean alreadyDown() {
        for (DownRun run : runs) {
            boolean beganBefore = run.first().occurredAt() < t0();
            boolean noUpBefore = run.endedBy() == null || run.endedBy().occurredAt() >= t0();
            if (beganBefore && noUpBefore && run.confirmedBy() != null) {
                return true;
            }
        }
        return false;
    }

    /** Ups after the withdrawal do not count at all, hence are not among them. */
    private boolean upAfterDue() {
        return t0() != null && ups.stream().anyMatch(up -> up.occurredAt() > due());
    }

    // Section 6, 12: "MOOT holds when the latest up, down or moot observation is moot, there is no
    // first_down_at and no up after due_at."
    private boolean moot() {
        Direction latest = Direction.NEITHER;
        for (Observation observation : history.observations()) {
            if (direction(observation) != Direction.NEITHER) {
                latest = direction(observation);
            }
        }
        return latest == Direction.MOOT && firstDownAt() == null && !upAfterDue();
    }

    // ---- Survival

    // Section 4: "Kaplan–Meier over eligible cases, event = first removal at ttr_high_ms, censored
    // at elapsed(t0,T)". Section 6, 8: without a t0 "the case is outside Kaplan–Meier". Section 6,
    // 19: "a withdrawn case that is not excluded is censored at withdrawn_at".
    /** Null when the case is outside Kaplan–Meier. */
    KaplanMeier.Subject survival() {
        if (exclusionReason() != null || t0() == null) {
            return null;
        }
        if (firstDownAt() != null) {
            return new KaplanMeier.Subject(ttrHighMs(), true);
        }
        long until = withdrawnAt() == null ? cutOff : withdrawnAt();
        return new KaplanMeier.Subject(elapsed(t0(), until), false);
    }
}
