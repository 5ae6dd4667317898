package vn.takedown.stack.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What a document says of an alert. Instants are milliseconds since the epoch.
 *
 * @param endsAt null while it fires
 */
record Said(
        String key,
        String status,
        String severity,
        String level,
        long startsAt,
        Long endsAt,
        long updatedAt) {

    static Said of(JsonNode document) {
        return new Said(
                document.get("alert_key").asText(),
                document.get("status").asText(),
                document.get("severity").asText(),
                document.path("level").isTextual() ? document.get("level").asText() : null,
                instant(document.get("starts_at")),
                document.path("ends_at").isTextual() ? instant(document.get("ends_at")) : null,
                instant(document.get("updated_at")));
    }

    private static long instant(JsonNode text) {
        return Instant.parse(text.asText()).toEpochMilli();
    }

    /**
     * Whether it says just that.
     *
     * @param tolerance milliseconds by which its instants may come later
     */
    boolean says(String otherKey, Step step, long tolerance) {
        return key.equals(otherKey)
                && status.equals(step.firing() ? "FIRING" : "RESOLVED")
                && severity.equals(step.severity())
                && java.util.Objects.equals(level, step.level())
                && within(step.startsAt(), startsAt, tolerance)
                && within(step.at(), updatedAt, tolerance)
                && (step.firing() ? endsAt == null : endsAt != null && endsAt == updatedAt);
    }

    private static boolean within(long wanted, long found, long tolerance) {
        return wanted <= found && found <= wanted + tolerance;
    }
}
