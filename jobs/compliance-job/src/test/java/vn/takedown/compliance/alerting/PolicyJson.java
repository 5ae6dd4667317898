package vn.takedown.compliance.alerting;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import vn.takedown.compliance.ingest.InstantFormat;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.model.reference.Policy;

/** A policy as the record that carries it, but for what alerts do not depend on. */
final class PolicyJson {

    private PolicyJson() {}

    static ReferenceUpdate update(Policy policy) {
        return new ReferenceUpdate(
                ReferenceUpdate.Kind.POLICY,
                policy.policyId() + "|" + policy.version(),
                of(policy).getBytes(StandardCharsets.UTF_8),
                0);
    }

    private static String of(Policy policy) {
        StringBuilder json = new StringBuilder("{");
        text(json, "policy_id", policy.policyId());
        json.append("\"version\":").append(policy.version()).append(',');
        text(json, "effective_from", InstantFormat.format(policy.effectiveFrom()));
        if (policy.effectiveTo() != null) {
            text(json, "effective_to", InstantFormat.format(policy.effectiveTo()));
        }
        text(json, "legal_basis", policy.legalBasis());
        json.append("\"priority\":").append(policy.priority()).append(',');
        json.append("\"match\":{},");
        json.append("\"clock\":{\"start\":\"")
                .append(policy.clockStart())
                .append("\",\"duration\":\"")
                .append(policy.duration())
                .append("\"},");
        if (policy.ackWithin() != null) {
            text(json, "ack_within", policy.ackWithin().toString());
        }
        json.append("\"warn_at\":").append(policy.warnAt()).append(',');
        if (policy.secondNoticeAfter() != null) {
            text(json, "second_notice_after", policy.secondNoticeAfter().toString());
        }
        json.append("\"strikes\":[")
                .append(
                        policy.strikes().stream()
                                .map(
                                        strike ->
                                                "{\"count\":%d,\"window\":\"%s\",\"level\":%d}"
                                                        .formatted(
                                                                strike.count(),
                                                                strike.window(),
                                                                strike.level()))
                                .collect(Collectors.joining(",")))
                .append("]}");
        return json.toString();
    }

    private static void text(StringBuilder json, String name, String value) {
        json.append('"').append(name).append("\":\"").append(value).append("\",");
    }
}
