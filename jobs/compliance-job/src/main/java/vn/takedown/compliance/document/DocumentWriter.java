package vn.takedown.compliance.document;

import java.util.Locale;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.alerting.BurnTerms;
import vn.takedown.model.cohort.PeriodFigures;
import vn.takedown.model.coverage.HourCoverage;
import vn.takedown.model.standing.DueCount;
import vn.takedown.model.standing.OverdueAges;
import vn.takedown.model.standing.ProviderStanding;

/** Documents as UTF-8 JSON, in the contract's field names and order. */
public final class DocumentWriter {

    private DocumentWriter() {}

    public static byte[] write(CaseDocument document) {
        return new JsonDocument()
                .text("case_id", document.caseId())
                .text("request_id", document.requestId())
                .text("item_id", document.itemId())
                .text("provider_id", document.providerId())
                .text("provider_name", document.providerName())
                .text("provider_type", document.providerType())
                .text("jurisdiction", document.jurisdiction())
                .text("action", document.action())
                .text("category", document.category())
                .text("urgency", document.urgency())
                .text("authority_id", document.authorityId())
                .text("source", document.source())
                .text("legal_basis", document.legalBasis())
                .text("target_key", document.targetKey())
                .text("content_key", document.contentKey())
                .text("account_key", document.accountKey())
                .text("policy_id", document.policyId())
                .number("policy_version", document.policyVersion())
                .instant("issued_at", document.issuedAt())
                .instant("delivered_at", document.deliveredAt())
                .instant("t0", document.start())
                .instant("due_at", document.dueAt())
                .instant("acknowledged_at", document.acknowledgedAt())
                .instant("claimed_at", document.claimedAt())
                .instant("withdrawn_at", document.withdrawnAt())
                .instant("last_up_at", document.lastUpAt())
                .instant("first_down_at", document.firstDownAt())
                .instant("confirmed_down_at", document.confirmedDownAt())
                .instant("reappeared_at", document.reappearedAt())
                .text("state", document.state())
                .text("verdict", document.verdict())
                .text("exclusion_reason", document.exclusionReason())
                .number("tta_ms", document.ackElapsed())
                .number("ttr_low_ms", document.removalLow())
                .number("ttr_high_ms", document.removalHigh())
                .flag("false_claim", document.falseClaim())
                .instant("false_claim_at", document.falseClaimAt())
                .flag("geo_only", document.geoOnly())
                .number("removals", document.removals())
                .number("reinstatements", document.reinstatements())
                .text("recidivism", document.recidivism())
                .number("prior_cases", document.priorCases())
                .number("observations", document.observations())
                .flag("restated", document.restated())
                .number("sequence", document.sequence())
                .instant("updated_at", document.updatedAt())
                .finish();
    }

    public static byte[] write(CaseTransition transition) {
        return new JsonDocument()
                .text("case_id", transition.caseId())
                .number("sequence", transition.sequence())
                .text("provider_id", transition.providerId())
                .instant("at", transition.at())
                .text("cause", transition.cause())
                .text("event_id", transition.eventId())
                .text("state_before", transition.stateBefore())
                .text("state_after", transition.stateAfter())
                .text("verdict_before", transition.verdictBefore())
                .text("verdict_after", transition.verdictAfter())
                .text("exclusion_reason", transition.exclusionReason())
                .instant("due_at", transition.dueAt())
                .flag("restated", transition.restated())
                .changes("changes", transition.changes())
                .finish();
    }

    public static byte[] write(Alert alert) {
        return new JsonDocument()
                .text("alert_key", alert.key())
                .text("kind", alert.kind())
                .text("severity", alert.severity().name().toLowerCase(Locale.ROOT))
                .text("status", alert.firing() ? "FIRING" : "RESOLVED")
                .instant("starts_at", alert.startsAt())
                .instant("ends_at", alert.endsAt())
                .text("provider_id", alert.providerId())
                .text("case_id", alert.caseId())
                .text("policy_id", alert.policyId())
                .text("level", alert.level())
                .text("summary_vi", AlertTexts.VIETNAMESE.summary(alert))
                .text("summary_en", AlertTexts.ENGLISH.summary(alert))
                .instant("updated_at", alert.updatedAt())
                .finish();
    }

    public static byte[] write(PolicyDocument document) {
        return new JsonDocument()
                .text("policy_id", document.policyId())
                .number("policy_version", document.version())
                .text("label", document.label())
                .text("legal_basis", document.legalBasis())
                .instant("effective_from", document.effectiveFrom())
                .instant("effective_to", document.effectiveTo())
                .number("duration_ms", document.duration())
                .finish();
    }

    public static byte[] write(ProviderStateDocument document) {
        ProviderStanding standing = document.standing();
        OverdueAges overdue = standing.overdue();
        JsonDocument json =
                new JsonDocument()
                        .text("provider_id", standing.providerId())
                        .text("provider_name", document.providerName())
                        .text("provider_type", document.providerType())
                        .text("jurisdiction", document.jurisdiction())
                        .instant("as_of", document.asOf())
                        .number("open_cases", standing.openCases())
                        .number("overdue_cases", overdue.all())
                        .number("overdue_0_24h", overdue.upTo24h())
                        .number("overdue_1_3d", overdue.upTo3d())
                        .number("overdue_3_7d", overdue.upTo7d())
                        .number("overdue_7_14d", overdue.upTo14d())
                        .number("overdue_14_28d", overdue.upTo28d())
                        .number("overdue_over_28d", overdue.over28d())
                        .number("oldest_overdue_ms", document.oldestOverdue());
        burn(json, "6h", standing.due6h(), document.terms());
        burn(json, "1d", standing.due1d(), document.terms());
        burn(json, "3d", standing.due3d(), document.terms());
        burn(json, "28d", standing.due28d(), document.terms());
        return json.number("league_position", document.leaguePosition())
                .number("league_size", document.leagueSize())
                .number("due_90d", standing.due90d().due())
                .number("on_time_90d", standing.due90d().onTime())
                .share("compliance_90d", document.compliance())
                .number("strike_level", document.strikeLevel())
                .number("burn_level", document.burnLevel())
                .instant("updated_at", document.asOf())
                .finish();
    }

    private static void burn(JsonDocument json, String window, DueCount count, BurnTerms terms) {
        json.number("due_" + window, count.due())
                .number("late_" + window, count.late())
                .share("burn_" + window, terms.rate(count));
    }

    public static byte[] write(DeadLetter letter) {
        return new JsonDocument()
                .text("topic", letter.topic())
                .number("partition", letter.partition())
                .number("offset", letter.offset())
                .text("reason", letter.reason())
                .text("detail", letter.detail())
                .base64("record_key", letter.recordKey())
                .base64("original_bytes", letter.originalBytes())
                .instant("first_seen", letter.firstSeen())
                .finish();
    }

    public static byte[] write(CoverageDocument document) {
        HourCoverage coverage = document.coverage();
        return new JsonDocument()
                .instant("hour", coverage.hour())
                .text("provider_id", document.providerId())
                .number("open_cases", coverage.openCases())
                .number("observed_cases", coverage.observedCases())
                .share("coverage", coverage.coverage())
                .number("observations", coverage.observations())
                .number("up", coverage.up())
                .number("down", coverage.down())
                .number("blocked", coverage.blocked())
                .number("geo_blocked", coverage.geoBlocked())
                .number("ambiguous", coverage.ambiguous())
                .number("error", coverage.error())
                .number("counted", coverage.counted())
                .instant("last_observation_at", coverage.lastObservationAt())
                .instant("updated_at", document.updatedAt())
                .finish();
    }

    public static byte[] write(PeriodDocument document) {
        PeriodFigures figures = document.figures();
        return new JsonDocument()
                .text("period", document.period())
                .text("start", document.start())
                .text("provider_id", document.providerId())
                .number("issued", figures.issued())
                .number("eligible", figures.eligible())
                .number("excluded", figures.excluded())
                .number("excluded_already_down", figures.excludedAlreadyDown())
                .number("excluded_withdrawn", figures.excludedWithdrawn())
                .number("excluded_undeliverable", figures.excludedUndeliverable())
                .number("excluded_held", figures.excludedHeld())
                .number("excluded_moot", figures.excludedMoot())
                .number("on_time", figures.onTime())
                .number("breach", figures.breach())
                .number("indeterminate", figures.indeterminate())
                .number("pending", figures.pending())
                .number("unconfirmed", figures.unconfirmed())
                .number("unobserved", figures.unobserved())
                .number("overdue", figures.overdue())
                .number("removed", figures.removed())
                .number("acknowledged", figures.acknowledged())
                .number("claimed", figures.claimed())
                .number("false_claims", figures.falseClaims())
                .number("reinstated", figures.reinstated())
                .number("recidivism_strict", figures.recidivismStrict())
                .number("recidivism_loose", figures.recidivismLoose())
                .share("compliance_low", figures.complianceLow())
                .share("compliance_high", figures.complianceHigh())
                .number("tta_ms_p50", figures.ttaP50())
                .number("tta_ms_p90", figures.ttaP90())
                .number("ttr_ms_p50", figures.ttrP50())
                .number("ttr_ms_p90", figures.ttrP90())
                .number("ttr_ms_p95", figures.ttrP95())
                .number("ttr_ms_p99", figures.ttrP99())
                .number("km_median_ms", figures.kmMedian())
                .number("km_p90_ms", figures.kmP90())
                .number("within_1h", figures.within1h())
                .number("within_3h", figures.within3h())
                .number("within_6h", figures.within6h())
                .number("within_24h", figures.within24h())
                .number("within_48h", figures.within48h())
                .number("within_7d", figures.within7d())
                .number("within_14d", figures.within14d())
                .number("within_28d", figures.within28d())
                .instant("updated_at", document.updatedAt())
                .finish();
    }
}
