package vn.takedown.stack.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.takedown.stack.client.ElasticsearchClient;

/** How many alerts of each kind fire and are over, counted from their documents. */
public final class AlertSummary {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ROW = "%-24s %8s %8s";

    private final ElasticsearchClient elasticsearch;

    public AlertSummary(ElasticsearchClient elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** A table with one line per kind, most alerts first. */
    public List<String> table() throws IOException {
        elasticsearch.refresh(List.of(Aliases.ALERTS));
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, ROW, "alert", "firing", "over"));
        JsonNode answer = elasticsearch.search(Aliases.ALERTS, query());
        for (JsonNode kind : answer.path("aggregations").path("kinds").path("buckets")) {
            long all = kind.path("doc_count").asLong();
            long firing = kind.path("firing").path("doc_count").asLong();
            lines.add(
                    String.format(
                            Locale.ROOT,
                            ROW,
                            kind.path("key").asText(),
                            String.format(Locale.ROOT, "%,d", firing),
                            String.format(Locale.ROOT, "%,d", all - firing)));
        }
        return lines;
    }

    private static ObjectNode query() {
        ObjectNode query = MAPPER.createObjectNode();
        query.put("size", 0);
        ObjectNode kinds = query.putObject("aggs").putObject("kinds");
        kinds.putObject("terms").put("field", "kind").put("size", 20);
        kinds.putObject("aggs")
                .putObject("firing")
                .putObject("filter")
                .putObject("term")
                .put("status", "FIRING");
        return query;
    }
}
