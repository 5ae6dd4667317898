package vn.takedown.model.cases;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import vn.takedown.model.cohort.ContentHistory;
import vn.takedown.model.cohort.PeriodFigures;
import vn.takedown.model.coverage.HourCoverage;
import vn.takedown.model.reference.Provider;

/**
 * Cases, periods and hours in the form in which the oracle gives them: contract field name → value.
 */
final class MachineDocuments {

    private MachineDocuments() {}

    static Map<String, Object> of(
            CaseChange change,
            String providerId,
            String targetKey,
            Provider provider,
            ContentHistory.Answer answer) {
        CaseIdentity identity = change.facts().identity();
        CaseFigures figures = change.after();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("case_id", identity.caseId());
        fields.put("request_id", identity.requestId());
        fields.put("item_id", identity.itemId());
        fields.put("provider_id", providerId);
        fields.put("provider_name", provider == null ? null : provider.name());
        fields.put("provider_type", provider == null ? null : provider.type().name());
        fields.put("jurisdiction", provider == null ? null : provider.jurisdiction().name());
        fields.put("action", identity.action().name());
        fields.put("category", identity.category().name());
        fields.put("urgency", identity.urgency().name());
        fields.put("authority_id", identity.authorityId());
        fields.put("source", identity.source().name());
        fields.put("legal_basis", identity.legalBasis());
        fields.put("target_key", targetKey);
        fields.put("content_key", identity.contentKey());
        fields.put("account_key", identity.accountKey());
        fields.put("policy_id", change.facts().terms().policyId());
        fields.put("policy_version", (long) change.facts().terms().version());
        fields.put("issued_at", identity.issuedAt());
        fields.put("delivered_at", figures.deliveredAt());
        fields.put("t0", figures.start());
        fields.put("due_at", figures.dueAt());
        fields.put("acknowledged_at", figures.acknowledgedAt());
        fields.put("claimed_at", figures.claimedAt());
        fields.put("withdrawn_at", figures.withdrawnAt());
        fields.put("last_up_at", figures.lastUpAt());
        fields.put("first_down_at", figures.firstDownAt());
        fields.put("confirmed_down_at", figures.confirmedDownAt());
        fields.put("reappeared_at", figures.reappearedAt());
        fields.put("state", figures.state().name());
        fields.put("verdict", figures.verdict().name());
        fields.put(
                "exclusion_reason",
                figures.exclusionReason() == null ? null : figures.exclusionReason().name());
        fields.put("tta_ms", figures.ackElapsed());
        fields.put("ttr_low_ms", figures.removalLow());
        fields.put("ttr_high_ms", figures.removalHigh());
        fields.put("false_claim", figures.falseClaim());
        fields.put("false_claim_at", figures.falseClaimAt());
        fields.put("geo_only", figures.geoOnly());
        fields.put("removals", (long) figures.removals());
        fields.put("reinstatements", (long) figures.reinstatements());
        fields.put("recidivism", answer.recidivism().name());
        fields.put("prior_cases", (long) answer.priorCases());
        fields.put("observations", (long) figures.observations());
        return fields;
    }

    /**
     * @param id {@code period|start|provider_id}
     */
    static Map<String, Object> of(String id, PeriodFigures figures) {
        String[] parts = id.split("\\|");
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("period", parts[0]);
        fields.put("start", parts[1]);
        fields.put("provider_id", parts[2]);
        fields.put("issued", figures.issued());
        fields.put("eligible", figures.eligible());
        fields.put("excluded", figures.excluded());
        fields.put("excluded_already_down", figures.excludedAlreadyDown());
        fields.put("excluded_withdrawn", figures.excludedWithdrawn());
        fields.put("excluded_undeliverable", figures.excludedUndeliverable());
        fields.put("excluded_held", figures.excludedHeld());
        fields.put("excluded_moot", figures.excludedMoot());
        fields.put("on_time", figures.onTime());
        fields.put("breach", figures.breach());
        fields.put("indeterminate", figures.indeterminate());
        fields.put("pending", figures.pending());
        fields.put("unconfirmed", figures.unconfirmed());
        fields.put("unobserved", figures.unobserved());
        fields.put("overdue", figures.overdue());
        fields.put("removed", figures.removed());
        fields.put("acknowledged", figures.acknowledged());
        fields.put("claimed", figures.claimed());
        fields.put("false_claims", figures.falseClaims());
        fields.put("reinstated", figures.reinstated());
        fields.put("recidivism_strict", figures.recidivismStrict());
        fields.put("recidivism_loose", figures.recidivismLoose());
        fields.put("compliance_low", figures.complianceLow());
        fields.put("compliance_high", figures.complianceHigh());
        fields.put("tta_ms_p50", figures.ttaP50());
        fields.put("tta_ms_p90", figures.ttaP90());
        fields.put("ttr_ms_p50", figures.ttrP50());
        fields.put("ttr_ms_p90", figures.ttrP90());
        fields.put("ttr_ms_p95", figures.ttrP95());
        fields.put("ttr_ms_p99", figures.ttrP99());
        fields.put("km_median_ms", figures.kmMedian());
        fields.put("km_p90_ms", figures.kmP90());
        fields.put("within_1h", figures.within1h());
        fields.put("within_3h", figures.within3h());
        fields.put("within_6h", figures.within6h());
        fields.put("within_24h", figures.within24h());
        fields.put("within_48h", figures.within48h());
        fields.put("within_7d", figures.within7d());
        fields.put("within_14d", figures.within14d());
        fields.put("within_28d", figures.within28d());
        return fields;
    }

    static Map<String, Object> of(HourCoverage coverage, String providerId) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("hour", Instant.ofEpochMilli(coverage.hour()).toString().replace("Z", ".000Z"));
        fields.put("provider_id", providerId);
        fields.put("open_cases", coverage.openCases());
        fields.put("observed_cases", coverage.observedCases());
        fields.put("coverage", coverage.coverage());
        fields.put("observations", coverage.observations());
        fields.put("up", coverage.up());
        fields.put("down", coverage.down());
        fields.put("blocked", coverage.blocked());
        fields.put("geo_blocked", coverage.geoBlocked());
        fields.put("ambiguous", coverage.ambiguous());
        fields.put("error", coverage.error());
        fields.put("counted", coverage.counted());
        fields.put("last_observation_at", coverage.lastObservationAt());
        return fields;
    }
}
