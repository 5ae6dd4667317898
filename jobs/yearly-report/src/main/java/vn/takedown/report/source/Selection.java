package vn.takedown.report.source;

import java.time.Instant;

/**
 * Which documents are wanted. A source may give more: it is a way to read less, not a filter to
 * rely on.
 *
 * @param query in Elasticsearch's query language
 */
public record Selection(String query) {

    public static final Selection EVERYTHING = new Selection("{\"match_all\":{}}");

    /** Transitions by which something already published was put right. */
    public static final Selection RESTATED = new Selection("{\"term\":{\"restated\":true}}");

    /** Periods that are calendar years. */
    public static final Selection YEARS = new Selection("{\"term\":{\"period\":\"YEAR\"}}");

    /**
     * Cases issued in a year, and earlier ones that may have been open in it.
     *
     * @param start of the year, milliseconds since the epoch
     * @param end of the year, exclusive
     */
    public static Selection casesOf(long start, long end) {
        return new Selection(
                """
                {"bool":{"filter":[{"range":{"issued_at":{"lt":"%2$s"}}}],\
                "minimum_should_match":1,"should":[\
                {"range":{"issued_at":{"gte":"%1$s"}}},\
                {"range":{"first_down_at":{"gte":"%1$s"}}},\
                {"exists":{"field":"reappeared_at"}},\
                {"bool":{"must_not":[{"exists":{"field":"first_down_at"}}]}}]}}"""
                        .formatted(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end)));
    }

    /** Alerts that began in a year, and spells of blindness that reach into it. */
    public static Selection alertsOf(long start, long end) {
        return new Selection(
                """
                {"bool":{"filter":[{"range":{"starts_at":{"lt":"%2$s"}}}],\
                "minimum_should_match":1,"should":[\
                {"range":{"starts_at":{"gte":"%1$s"}}},\
                {"term":{"kind":"MONITOR_BLIND"}}]}}"""
                        .formatted(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end)));
    }

    /** Hours of a year in which a provider had open cases. */
    public static Selection openHours(long start, long end) {
        return new Selection(
                """
                {"bool":{"filter":[{"range":{"hour":{"gte":"%s","lt":"%s"}}},\
                {"range":{"open_cases":{"gt":0}}}]}}"""
                        .formatted(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end)));
    }
}
