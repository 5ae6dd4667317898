package vn.takedown.stack.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.TreeSet;
import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.CaseEvent;
import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.reference.Provider;

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
