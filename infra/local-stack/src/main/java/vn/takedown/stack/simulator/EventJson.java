package vn.takedown.stack.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.TreeSet;
import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.CaseEvent;
import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.PolicyMatch;
import vn.takedown.model.reference.Provider;
import vn.takedown.model.reference.Strike;

/**
 * Writes the contract's JSON (section 1). Fields that are null or at their default are left out.
 */
final class EventJson {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final JsonFactory json = new JsonFactory();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);

    SimulatedRecord record(TakedownEvent event) {
        String key;
        if (event instanceof CaseEvent caseEvent) {
            key = caseEvent.providerId() + "|" + caseEvent.targetKey();
        } else if (event instanceof Observation observation) {
            key = observation.providerId() + "|" + observation.targetKey();
        } else {
            throw new IllegalArgumentException("no key for " + event);
        }
        return new SimulatedRecord(
                StreamTopic.of(event).topic(),
                key,
                object(writer -> write(writer, event)),
                event.occurredAt());
    }

    SimulatedRecord record(Provider provider, long at) {
        return new SimulatedRecord(
                StreamTopic.PROVIDERS.topic(),
                provider.providerId(),
                object(writer -> write(writer, provider)),
                at);
    }

    SimulatedRecord record(Policy policy, long at) {
        return new SimulatedRecord(
                StreamTopic.POLICIES.topic(),
                policy.policyId() + "|" + policy.version(),
                object(writer -> write(writer, policy)),
                at);
    }

    private static void write(JsonGenerator writer, TakedownEvent event) throws IOException {
        writer.writeNumberField("schema_version", 1);
        writer.writeStringField("event_id", event.eventId());
        writer.writeStringField("occurred_at", instant(event.occurredAt()));
        if (event instanceof RequestIssued issued) {
            writeCase(writer, "ISSUED", issued);
            writer.writeStringField("action", issued.action().name());
            writer.writeStringField("category", issued.category().name());
            writer.writeStringField("urgency", issued.urgency().name());
            writer.writeStringField("authority_id", issued.authorityId());
            writer.writeStringField("source", issued.source().name());
            writeOptional(writer, "content_key", issued.contentKey());
            writeOptional(writer, "account_key", issued.accountKey());
            writeOptional(writer, "legal_basis", issued.legalBasis());
        } else if (event instanceof RequestUpdated updated) {
            writeCase(writer, updated.update().name(), updated);
            writeOptional(writer, "reason", updated.reason());
        } else if (event instanceof Acknowledgement acknowledgement) {
            writeCase(writer, acknowledgement.type().name(), acknowledgement);
            writeOptional(writer, "reason", acknowledgement.reason());
        } else if (event instanceof Observation observation) {
            writeObservation(writer, observation);
        } else if (event instanceof Heartbeat) {
            writer.writeStringField("event_type", "HEARTBEAT");
        }
    }

    private static void writeCase(JsonGenerator writer, String type, CaseEvent event)
            throws IOException {
        writer.writeStringField("event_type", type);
        writer.writeStringField("request_id", event.requestId());
        writer.writeStringField("item_id", event.itemId());
        writer.writeStringField("provider_id", event.providerId());
        writer.writeStringField("target_key", event.targetKey());
    }

    private static void writeObservation(JsonGenerator writer, Observation observation)
            throws IOException {
        writer.writeStringField("provider_id", observation.providerId());
        writer.writeStringField("target_key", observation.targetKey());
        writer.writeStringField("status", observation.status().name());
        writer.writeObjectFieldStart("vantage");
        writer.writeStringField("id", observation.vantage().id());
        writer.writeStringField("country", observation.vantage().country());
        writer.writeNumberField("asn", observation.vantage().asn());
        writer.writeEndObject();
        if (observation.controlStatus() != ControlStatus.UNKNOWN) {
            writer.writeStringField("control_status", observation.controlStatus().name());
        }
        writeOptional(writer, "content_key", observation.contentKey());
        if (observation.httpStatus() != null) {
            writer.writeNumberField("http_status", observation.httpStatus());
        }
    }

    private static void write(JsonGenerator writer, Provider provider) throws IOException {
        writer.writeStringField("provider_id", provider.providerId());
        writer.writeStringField("name", provider.name());
        writer.writeStringField("type", provider.type().name());
        writer.writeStringField("jurisdiction", provider.jurisdiction().name());
        writer.writeStringField("country", provider.country());
        writer.writeArrayFieldStart("asns");
        for (long asn : new TreeSet<>(provider.asns())) {
            writer.writeNumber(asn);
        }
        writer.writeEndArray();
    }

    private static void write(JsonGenerator writer, Policy policy) throws IOException {
        writer.writeStringField("policy_id", policy.policyId());
        writer.writeNumberField("version", policy.version());
        writer.writeStringField("effective_from", instant(policy.effectiveFrom()));
        if (policy.effectiveTo() != null) {
            writer.writeStringField("effective_to", instant(policy.effectiveTo()));
        }
        writer.writeStringField("legal_basis", policy.legalBasis());
        writer.writeNumberField("priority", policy.priority());
        writer.writeObjectFieldStart("match");
        PolicyMatch match = policy.match();
        writeNames(writer, "provider_types", match.providerTypes());
        writeNames(writer, "jurisdictions", match.jurisdictions());
        writeNames(writer, "actions", match.actions());
        writeNames(writer, "categories", match.categories());
        writeNames(writer, "urgencies", match.urgencies());
        writer.writeEndObject();
        writer.writeObjectFieldStart("clock");
        writer.writeStringField("start", policy.clockStart().name());
        writeDuration(writer, "duration", policy.duration());
        writer.writeEndObject();
        writeDuration(writer, "ack_within", policy.ackWithin());
        writer.writeArrayFieldStart("warn_at");
        for (double fraction : policy.warnAt()) {
            writer.writeNumber(fraction);
        }
        writer.writeEndArray();
        writer.writeObjectFieldStart("confirm");
        writer.writeNumberField("consecutive", policy.confirmation().consecutive());
        writer.writeNumberField("vantages", policy.confirmation().vantages());
        writeDuration(writer, "hold", policy.confirmation().hold());
        writer.writeEndObject();
        writeDuration(writer, "claim_tolerance", policy.claimTolerance());
        writeDuration(writer, "second_notice_after", policy.secondNoticeAfter());
        writer.writeArrayFieldStart("strikes");
        for (Strike strike : policy.strikes()) {
            writer.writeStartObject();
            writer.writeNumberField("count", strike.count());
            writeDuration(writer, "window", strike.window());
            writer.writeNumberField("level", strike.level());
            writer.writeEndObject();
        }
        writer.writeEndArray();
    }

    /** Sorted, as the order of an immutable set changes from one run to the next. */
    private static <E extends Enum<E>> void writeNames(
            JsonGenerator writer, String field, Set<E> values) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        writer.writeArrayFieldStart(field);
        for (E value : new TreeSet<>(values)) {
            writer.writeString(value.name());
        }
        writer.writeEndArray();
    }

    private static void writeDuration(JsonGenerator writer, String field, Duration duration)
            throws IOException {
        writer.writeStringField(field, duration.toString());
    }

    private static void writeOptional(JsonGenerator writer, String field, String value)
            throws IOException {
        if (value != null) {
            writer.writeStringField(field, value);
        }
    }

    private static String instant(long millis) {
        return MILLIS.format(Instant.ofEpochMilli(millis));
    }

    private byte[] object(Fields fields) {
        bytes.reset();
        try (JsonGenerator writer = json.createGenerator(bytes)) {
            writer.writeStartObject();
            fields.write(writer);
            writer.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return bytes.toByteArray();
    }

    @FunctionalInterface
    private interface Fields {
        void write(JsonGenerator writer) throws IOException;
    }
}
