package vn.takedown.model.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.Provider;

/**
 * Works out every case and period document from a whole input at once (contract sections 2, 3, 4
 * and 6). For tests only: it is as slow as it is plain.
 */
public final class BatchOracle {

    private BatchOracle() {}

    /**
     * The documents of an input as of its own cut-off.
     *
     * <p>Of events of one topic with the same {@code event_id} the first in the list is kept.
     */
    public static OracleResult evaluate(World world) {
        List<TakedownEvent> events = withoutDuplicates(world.events());
        events.sort(CaseHistory.ORDER);
        if (events.isEmpty()) {
            return new OracleResult(null, List.of(), List.of());
        }
        // Section 3: "in a bounded replay the greatest occurred_at of all input events".
        // Section 6, 5: "T counts valid request, acknowledgement and observation events and
        // heartbeats, also those that match no case".
        long cutOff = events.get(events.size() - 1).occurredAt();

        List<CaseFigures> figures = figures(world, events, cutOff);
        List<PeriodFigures.Member> members = new ArrayList<>();
        for (CaseFigures item : figures) {
            OracleCase document = document(item, earlierCases(item, figures));
            members.add(new PeriodFigures.Member(document, item.survival()));
        }
        return new OracleResult(
                cutOff,
                members.stream().map(PeriodFigures.Member::document).toList(),
                periods(members));
    }

    // Section 1: "a repeat of the same event_id in the same topic changes nothing".
    // Section 2: "A duplicate event_id counts once."
    static List<TakedownEvent> withoutDuplicates(List<TakedownEvent> events) {
        Set<String> seen = new HashSet<>();
        List<TakedownEvent> kept = new ArrayList<>();
        for (TakedownEvent event : events) {
            if (seen.add(topic(event) + "|" + event.eventId())) {
                kept.add(event);
            }
        }
        return kept;
    }

    private static String topic(TakedownEvent event) {
        if (event instanceof RequestIssued || event instanceof RequestUpdated) {
            return "requests";
        }
        if (event instanceof Acknowledgement) {
            return "acknowledgements";
        }
        if (event instanceof Observation) {
            return "observations";
        }
        // A heartbeat may come on any topic; it only moves T, whatever its topic.
        if (event instanceof Heartbeat) {
            return "heartbeats";
        }
        throw new IllegalArgumentException("unknown event: " + event);
    }

    static List<CaseFigures> figures(World world, List<TakedownEvent> events, long cutOff) {
        Map<String, Provider> providers = new TreeMap<>();
        for (Provider provider : world.providers()) {
            providers.put(provider.providerId(), provider);
        }
        // Section 6, 3: "A case needs its ISSUED: without it there is no document. A second ISSUED
        // for the same case has no effect."
        Map<String, RequestIssued> issuedByCase = new TreeMap<>();
        for (TakedownEvent event : events) {
            if (event instanceof RequestIssued issued) {
                issuedByCase.putIfAbsent(issued.caseId(), issued);
            }
        }
        List<CaseFigures> figures = new ArrayList<>();
        for (RequestIssued issued : issuedByCase.values()) {
            Provider provider = providers.get(issued.providerId());
            figures.add(
                    new CaseFigures(
                            CaseHistory.of(issued, events),
                            provider,
                            PolicyChoice.of(issued, provider, world.policies()),
                            cutOff));
        }
        return figures;
    }

    // Section 3: "looking at earlier cases of the same provider_id and content_key (earlier =
    // smaller issued_at, tie by case_id)"; "NONE (also when there is no content_key)".
    // Section 6, 16: "Excluded and withdrawn cases count as earlier cases".
    private static List<CaseFigures> earlierCases(CaseFigures item, List<CaseFigures> all) {
        Comparator<CaseFigures> byIssue =
                Comparator.comparingLong(CaseFigures::issuedAt)
                        .thenComparing(figures -> figures.issued().caseId());
        List<CaseFigures> earlier = new ArrayList<>();
        for (CaseFigures other : all) {
            if (item.issued().contentKey() != null
                    && item.issued().contentKey().equals(other.issued().contentKey())
                    && item.issued().providerId().equals(other.issued().providerId())
                    && byIssue.compare(other, item) < 0) {
                earlier.add(other);
            }
        }
        return earlier;
    }

    // Section 3: "STRICT if one of them was confirmed down at or before this issued_at; else LOOSE
    // if there is any; else NONE".
    private static String recidivism(CaseFigures item, List<CaseFigures> earlier) {
        for (CaseFigures other : earlier) {
            if (other.confirmedDownAt() != null && other.confirmedDownAt() <= item.issuedAt()) {
                return "STRICT";
            }
        }
        return earlier.isEmpty() ? "NONE" : "LOOSE";
    }

    // Section 4: "Case document fields".
    private static OracleCase document(CaseFigures item, List<CaseFigures> earlier) {
        RequestIssued issued = item.issued();
        Provider provider = item.provider();
        Policy policy = item.policy();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("case_id", issued.caseId());
        fields.put("request_id", issued.requestId());
        fields.put("item_id", issued.itemId());
        fields.put("provider_id", issued.providerId());
        fields.put("provider_name", provider == null ? null : provider.name());
        fields.put("provider_type", provider == null ? null : provider.type().name());
        fields.put("jurisdiction", provider == null ? null : provider.jurisdiction().name());
        fields.put("action", issued.action().name());
        fields.put("category", issued.category().name());
        fields.put("urgency", issued.urgency().name());
        fields.put("authority_id", issued.authorityId());
        fields.put("source", issued.source().name());
        // Section 6, 4: "legal_basis of a case is the request's, else the policy's."
        fields.put(
                "legal_basis",
                issued.legalBasis() != null ? issued.legalBasis() : policy.legalBasis());
        fields.put("target_key", issued.targetKey());
        fields.put("content_key", issued.contentKey());
        fields.put("account_key", issued.accountKey());
        fields.put("policy_id", policy.policyId());
        fields.put("policy_version", (long) policy.version());
        fields.put("issued_at", item.issuedAt());
        fields.put("delivered_at", item.deliveredAt());
        fields.put("t0", item.t0());
        fields.put("due_at", item.dueAt());
        fields.put("acknowledged_at", item.acknowledgedAt());
        fields.put("claimed_at", item.claimedAt());
        fields.put("withdrawn_at", item.withdrawnAt());
        fields.put("last_up_at", item.lastUpAt());
        fields.put("first_down_at", item.firstDownAt());
        fields.put("confirmed_down_at", item.confirmedDownAt());
        fields.put("reappeared_at", item.reappearedAt());
        fields.put("state", item.state());
        fields.put("verdict", item.verdict());
        fields.put("exclusion_reason", item.exclusionReason());
        fields.put("tta_ms", item.ttaMs());
        fields.put("ttr_low_ms", item.ttrLowMs());
        fields.put("ttr_high_ms", item.ttrHighMs());
        fields.put("false_claim", item.falseClaimAt() != null);
        fields.put("false_claim_at", item.falseClaimAt());
        fields.put("geo_only", item.geoOnly());
        fields.put("removals", item.removals());
        fields.put("reinstatements", item.reinstatements());
        fields.put("recidivism", recidivism(item, earlier));
        fields.put("prior_cases", (long) earlier.size());
        fields.put("observations", item.observations());
        return new OracleCase(fields);
    }

    // Section 4: "provider × cohort period (DAY, MONTH, QUARTER, YEAR of issued_at), and
    // provider_id = _all".
    private static List<OraclePeriod> periods(List<PeriodFigures.Member> members) {
        Map<String, OraclePeriod> periods = new TreeMap<>();
        for (PeriodFigures.Member member : members) {
            for (String period : PeriodFigures.PERIODS) {
                for (String providerId : List.of(member.document().text("provider_id"), "_all")) {
                    String start =
                            PeriodFigures.start(period, member.document().number("issued_at"));
                    if (periods.containsKey(period + "|" + start + "|" + providerId)) {
                        continue;
                    }
                    List<PeriodFigures.Member> cohort =
                            members.stream()
                                    .filter(other -> belongs(other, period, start, providerId))
                                    .toList();
                    OraclePeriod document = PeriodFigures.of(period, start, providerId, cohort);
                    periods.put(document.id(), document);
                }
            }
        }
        return new ArrayList<>(periods.values());
    }

    private static boolean belongs(
            PeriodFigures.Member member, String period, String start, String providerId) {
        OracleCase document = member.document();
        return PeriodFigures.start(period, document.number("issued_at")).equals(start)
                && (providerId.equals("_all") || document.text("provider_id").equals(providerId));
    }
}
