package vn.takedown.model.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.takedown.model.cohort.ContentHistory;
import vn.takedown.model.reference.Provider;

/** A case in the form in which the oracle gives it: contract field name → value. */
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
}
