package vn.takedown.stack.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.takedown.stack.client.ElasticsearchClient;
import vn.takedown.stack.documents.Aliases;

/** Reads one case from Elasticsearch. */
public final class PublishedCases {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What Elasticsearch gives at once. */
    private static final int MOST = 10_000;

    private static final int IDS_AT_ONCE = 1_000;

    private final ElasticsearchClient elasticsearch;

    public PublishedCases(URI address) {
        this.elasticsearch = new ElasticsearchClient(address);
    }

    /**
     * Finds one case.
     *
     * @throws IOException when Elasticsearch does not answer
     */
    Optional<PublishedCase> find(String caseId) throws IOException {
        elasticsearch.refresh(Aliases.ALL);
        if (elasticsearch.count(Aliases.CASES).isEmpty()) {
            return Optional.empty();
        }
        List<JsonNode> documents = byCase(Aliases.CASES, caseId, 1);
        return documents.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new PublishedCase(
                                documents.get(0),
                                byCase(Aliases.TRANSITIONS, caseId, MOST),
                                newestUpdate()));
    }

    private List<JsonNode> byCase(String alias, String caseId, int most) throws IOException {
        ObjectNode search = MAPPER.createObjectNode();
        search.put("size", most);
        search.putObject("query").putObject("term").put("case_id", caseId);
        search.putArray("sort").addObject().put("sequence", "asc");
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode hit : elasticsearch.search(alias, search).path("hits").path("hits")) {
            found.add(hit.path("_source"));
        }
        return found;
    }

    /** No document is dated after the time that the job has reached. */
    private long newestUpdate() throws IOException {
        ObjectNode search = MAPPER.createObjectNode();
        search.put("size", 0);
        search.putObject("aggs").putObject("newest").putObject("max").put("field", "updated_at");
        JsonNode answer = elasticsearch.search(Aliases.CASES + "," + Aliases.PERIODS, search);
        String newest = answer.path("aggregations").path("newest").path("value_as_string").asText();
        return Instant.parse(newest).toEpochMilli();
    }

    /**
     * Which of the records are dead letters because they came too late.
     *
     * @param ids {@code topic|partition|offset}
     */
    Set<String> tooLate(List<String> ids) throws IOException {
        Set<String> found = new HashSet<>();
        if (elasticsearch.count(Aliases.DEAD_LETTERS).orElse(0) == 0) {
            return found;
        }
        for (int from = 0; from < ids.size(); from += IDS_AT_ONCE) {
            ObjectNode search = MAPPER.createObjectNode();
            search.put("size", IDS_AT_ONCE);
            search.put("_source", false);
            ArrayNode filters = search.putObject("query").putObject("bool").putArray("filter");
            filters.addObject().putObject("term").put("reason", "TOO_LATE");
            ArrayNode values = filters.addObject().putObject("ids").putArray("values");
            ids.subList(from, Math.min(ids.size(), from + IDS_AT_ONCE)).forEach(values::add);
            for (JsonNode hit :
                    elasticsearch.search(Aliases.DEAD_LETTERS, search).path("hits").path("hits")) {
                found.add(hit.path("_id").asText());
            }
        }
        return found;
    }
}
