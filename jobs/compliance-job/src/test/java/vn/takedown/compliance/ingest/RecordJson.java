package vn.takedown.compliance.ingest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.CaseEvent;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.Provider;
import vn.takedown.model.reference.Strike;

/** The other direction: events as the contract writes them. Absent values are written as null. */
public final class RecordJson {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

    private RecordJson() {}

    public static ObjectNode json(TakedownEvent event) {
        ObjectNode json = object();
        json.put("schema_version", 1);
        json.put("event_id", event.eventId());
        json.put("occurred_at", instant(event.occurredAt()));
        if (event instanceof CaseEvent about) {
            json.put("request_id", about.requestId());
            json.put("item_id", about.itemId());
            json.put("provider_id", about.providerId());
            json.put("target_key", about.targetKey());
        }
        if (event instanceof RequestIssued issued) {
            json.put("event_type", "ISSUED");
            json.put("action", issued.action().name());
            json.put("category", issued.category().name());
            json.put("urgency", issued.urgency().name());
            json.put("authority_id", issued.authorityId());
            json.put("source", issued.source().name());
            json.put("content_key", issued.contentKey());
            json.put("account_key", issued.accountKey());
            json.put("legal_basis", issued.legalBasis());
        } else if (event instanceof RequestUpdated updated) {
            json.put("event_type", updated.update().name());
            json.put("reason", updated.reason());
        } else if (event instanceof Acknowledgement acknowledgement) {
            json.put("event_type", acknowledgement.type().name());
            json.put("reason", acknowledgement.reason());
        } else if (event instanceof Heartbeat) {
            json.put("event_type", "HEARTBEAT");
        } else if (event instanceof Observation observation) {
            json.put("provider_id", observation.providerId());
            json.put("target_key", observation.targetKey());
            json.put("status", observation.status().name());
            json.putObject("vantage")
                    .put("id", observation.vantage().id())
                    .put("country", observation.vantage().country())
                    .put("asn", observation.vantage().asn());
            json.put("control_status", observation.controlStatus().name());
            json.put("content_key", observation.contentKey());
            json.put("http_status", observation.httpStatus());
        }
        return json;
    }

    public static ObjectNode json(Provider provider) {
        ObjectNode json = object();
        json.put("provider_id", provider.providerId());
        json.put("name", provider.name());
        json.put("type", provider.type().name());
        json.put("jurisdiction", provider.jurisdiction().name());
        json.put("country", provider.country());
        ArrayNode asns = json.putArray("asns");
        provider.asns().forEach(asns::add);
        return json;
    }

    public static ObjectNode json(Policy policy) {
        ObjectNode json = object();
        json.put("policy_id", policy.policyId());
        json.put("version", policy.version());
        json.put("effective_from", instant(policy.effectiveFrom()));
        json.put(
                "effective_to",
                policy.effectiveTo() == null ? null : instant(policy.effectiveTo()));
        json.put("legal_basis", policy.legalBasis());
        json.put("priority", policy.priority());
        ObjectNode match = json.putObject("match");
        names(match, "provider_types", policy.match().providerTypes());
        names(match, "jurisdictions", policy.match().jurisdictions());
        names(match, "actions", policy.match().actions());
        names(match, "categories", policy.match().categories());
        names(match, "urgencies", policy.match().urgencies());
        json.putObject("clock")
                .put("start", policy.clockStart().name())
                .put("duration", policy.duration().toString());
        json.put("ack_within", text(policy.ackWithin()));
        ArrayNode warnAt = json.putArray("warn_at");
        policy.warnAt().forEach(warnAt::add);
        json.putObject("confirm")
                .put("consecutive", policy.confirmation().consecutive())
                .put("vantages", policy.confirmation().vantages())
                .put("hold", policy.confirmation().hold().toString());
        json.put("claim_tolerance", policy.claimTolerance().toString());
        json.put("second_notice_after", text(policy.secondNoticeAfter()));
        ArrayNode strikes = json.putArray("strikes");
        for (Strike strike : policy.strikes()) {
            strikes.addObject()
                    .put("count", strike.count())
                    .put("window", strike.window().toString())
                    .put("level", strike.level());
        }
        return json;
    }

    private static void names(ObjectNode json, String field, Collection<? extends Enum<?>> values) {
        ArrayNode array = json.putArray(field);
        values.forEach(value -> array.add(value.name()));
    }

    private static String text(Duration duration) {
        return duration == null ? null : duration.toString();
    }

    private static String instant(long millis) {
        return INSTANT.format(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
