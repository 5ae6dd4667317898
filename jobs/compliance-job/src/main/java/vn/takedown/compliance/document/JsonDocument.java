package vn.takedown.compliance.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import vn.takedown.compliance.ingest.InstantFormat;

/** A JSON object under construction, on one line. Absent values are written as null. */
final class JsonDocument {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private final JsonGenerator generator;

    JsonDocument() {
        try {
            generator = FACTORY.createGenerator(bytes);
            generator.writeStartObject();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    JsonDocument text(String field, Object value) {
        return write(
                () -> {
                    if (value == null) {
                        generator.writeNullField(field);
                    } else {
                        generator.writeStringField(field, value.toString());
                    }
                });
    }

    /** Milliseconds since the epoch, written in the contract's form. */
    JsonDocument instant(String field, Long value) {
        return text(field, value == null ? null : InstantFormat.format(value));
    }

    JsonDocument number(String field, Long value) {
        return write(
                () -> {
                    if (value == null) {
                        generator.writeNullField(field);
                    } else {
                        generator.writeNumberField(field, value);
                    }
                });
    }

    JsonDocument number(String field, long value) {
        return write(() -> generator.writeNumberField(field, value));
    }

    JsonDocument share(String field, Double value) {
        return write(
                () -> {
                    if (value == null) {
                        generator.writeNullField(field);
                    } else {
                        generator.writeNumberField(field, value);
                    }
                });
    }

    JsonDocument flag(String field, boolean value) {
        return write(() -> generator.writeBooleanField(field, value));
    }

    JsonDocument base64(String field, byte[] value) {
        return text(field, value == null ? null : Base64.getEncoder().encodeToString(value));
    }

    JsonDocument changes(String field, Iterable<FieldChange> changes) {
        return write(
                () -> {
                    generator.writeArrayFieldStart(field);
                    for (FieldChange change : changes) {
                        generator.writeStartObject();
                        text("field", change.field());
                        text("before", change.before());
                        text("after", change.after());
                        generator.writeEndObject();
                    }
                    generator.writeEndArray();
                });
    }

    byte[] finish() {
        write(
                () -> {
                    generator.writeEndObject();
                    generator.close();
                });
        return bytes.toByteArray();
    }

    private JsonDocument write(Step step) {
        try {
            step.run();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return this;
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }
}
