package vn.takedown.report.figures;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A provider's year as the job has written it.
 *
 * @param year of the calendar in Vietnam
 * @param providerId {@code _all} for all together
 * @param document the whole document
 */
public record PeriodRow(int year, String providerId, JsonNode document) {

    public static final String ALL = "_all";

    /** A count; 0 when it is left out. */
    public long count(String field) {
        return document.path(field).asLong();
    }

    /** A duration in milliseconds; null when it is left out. */
    public Long millis(String field) {
        return document.hasNonNull(field) ? document.get(field).asLong() : null;
    }
}
