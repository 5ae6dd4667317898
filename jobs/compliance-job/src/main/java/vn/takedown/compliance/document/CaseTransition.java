package vn.takedown.compliance.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.takedown.compliance.ingest.InstantFormat;
import vn.takedown.model.cases.CaseChange;
import vn.takedown.model.cases.CaseFigures;
import vn.takedown.model.cases.Cause;
import vn.takedown.model.cases.ExclusionReason;
import vn.takedown.model.cases.LifecycleState;
import vn.takedown.model.cases.Verdict;

/**
 * One line of the append-only audit of a case.
 *
 * @param sequence the number of the case document that shows the change
 * @param at event time of the change, milliseconds since the epoch
 * @param eventId the event that caused it, null when time did
 * @param stateBefore null when the case is new
 * @param verdictBefore null when the case is new
 * @param restated whether a late event changed what an earlier document showed
 */
public record CaseTransition(
        String caseId,
        long sequence,
        String providerId,
        long at,
        Cause cause,
        String eventId,
        LifecycleState stateBefore,
        LifecycleState stateAfter,
        Verdict verdictBefore,
        Verdict verdictAfter,
        ExclusionReason exclusionReason,
        Long dueAt,
        boolean restated,
        List<FieldChange> changes) {

    public static CaseTransition of(CaseChange change, String providerId) {
        CaseFigures before = change.before();
        CaseFigures after = change.after();
        return new CaseTransition(
                change.facts().identity().caseId(),
                change.sequence(),
                providerId,
                change.at(),
                change.cause(),
                change.eventId(),
                before == null ? null : before.state(),
                after.state(),
                before == null ? null : before.verdict(),
                after.verdict(),
                after.exclusionReason(),
                after.dueAt(),
                change.restated(),
                before == null ? List.of() : changes(before, after));
    }

    /** {@code case_id|sequence} (contract section 4). */
    public String id() {
        return caseId + '|' + sequence;
    }

    private static List<FieldChange> changes(CaseFigures before, CaseFigures after) {
        List<FieldChange> changes = new ArrayList<>();
        instant(changes, "t0", before.start(), after.start());
        instant(changes, "due_at", before.dueAt(), after.dueAt());
        instant(changes, "delivered_at", before.deliveredAt(), after.deliveredAt());
        instant(changes, "acknowledged_at", before.acknowledgedAt(), after.acknowledgedAt());
        instant(changes, "claimed_at", before.claimedAt(), after.claimedAt());
        instant(changes, "withdrawn_at", before.withdrawnAt(), after.withdrawnAt());
        instant(changes, "last_up_at", before.lastUpAt(), after.lastUpAt());
        instant(changes, "first_down_at", before.firstDownAt(), after.firstDownAt());
        instant(changes, "confirmed_down_at", before.confirmedDownAt(), after.confirmedDownAt());
        instant(changes, "reappeared_at", before.reappearedAt(), after.reappearedAt());
        instant(changes, "false_claim_at", before.falseClaimAt(), after.falseClaimAt());
        value(changes, "exclusion_reason", before.exclusionReason(), after.exclusionReason());
        value(changes, "tta_ms", before.ackElapsed(), after.ackElapsed());
        value(changes, "ttr_low_ms", before.removalLow(), after.removalLow());
        value(changes, "ttr_high_ms", before.removalHigh(), after.removalHigh());
        value(changes, "geo_only", before.geoOnly(), after.geoOnly());
        value(changes, "removals", before.removals(), after.removals());
        value(changes, "reinstatements", before.reinstatements(), after.reinstatements());
        value(changes, "observations", before.observations(), after.observations());
        return changes;
    }

    private static void instant(List<FieldChange> changes, String field, Long before, Long after) {
        value(
                changes,
                field,
                before == null ? null : InstantFormat.format(before),
                after == null ? null : InstantFormat.format(after));
    }

    private static void value(
            List<FieldChange> changes, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new FieldChange(field, text(before), text(after)));
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
