package vn.takedown.compliance.sink.elasticsearch;

import java.util.regex.Pattern;

/**
 * Settings of the indices that {@link ElasticsearchSetup} creates; existing ones keep theirs.
 *
 * @param replicas copies beside the first; 0 for a cluster of one node
 * @param refreshInterval when written documents become visible to searches, such as {@code 1s}; −1
 *     for never by itself. Null for what Elasticsearch does of itself: every second while somebody
 *     searches the index; one that nobody has searched for half a minute costs nothing until a
 *     search comes, which waits until it sees everything
 */
public record IndexSettings(int replicas, String refreshInterval) {

    private static final Pattern INTERVAL = Pattern.compile("-1|[1-9][0-9]{0,8}(ms|s|m|h)");

    /**
     * @throws IllegalArgumentException when a setting is not one that Elasticsearch takes
     */
    public IndexSettings {
        if (replicas < 0) {
            throw new IllegalArgumentException("replicas must not be negative: " + replicas);
        }
        if (refreshInterval != null && !INTERVAL.matcher(refreshInterval).matches()) {
            throw new IllegalArgumentException("no refresh interval: " + refreshInterval);
        }
    }

    /** One node: no replicas. */
    public static IndexSettings singleNode() {
        return new IndexSettings(0, null);
    }

    /** The body of a component template; only checked values are put in. */
    String componentTemplate() {
        String interval =
                refreshInterval == null
                        ? ""
                        : ",\"refresh_interval\":\"%s\"".formatted(refreshInterval);
        return """
        {"template":{"settings":{"index":{"number_of_shards":1,"number_of_replicas":%d%s}}}}"""
                .formatted(replicas, interval);
    }
}
