package vn.takedown.stack.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the transitions computed anew are the published ones. Sequence numbers are left out: they
 * also count refreshes, which depend on settings and change nothing.
 *
 * @param restated published transitions that correct earlier ones because an event came late; with
 *     them only the ends can be equal
 * @param differences empty when both agree
 */
record Agreement(int published, int recomputed, int restated, List<Difference> differences) {

    private static final List<String> END =
            List.of("state_after", "verdict_after", "exclusion_reason", "due_at");

    /**
     * A transition that differs.
     *
     * @param published null when it was not published
     * @param recomputed null when the events do not give it
     */
    record Difference(JsonNode published, JsonNode recomputed) {}

    static Agreement of(List<JsonNode> published, List<JsonNode> recomputed) {
        int restated = (int) published.stream().filter(Agreement::isRestated).count();
        return new Agreement(
                published.size(),
                recomputed.size(),
                restated,
                restated > 0 ? ends(published, recomputed) : steps(published, recomputed));
    }

    boolean holds() {
        return differences.isEmpty();
    }

    static boolean isRestated(JsonNode transition) {
        return transition.path("restated").asBoolean();
    }

    private static List<Difference> ends(List<JsonNode> published, List<JsonNode> recomputed) {
        JsonNode one = published.get(published.size() - 1);
        JsonNode other = recomputed.get(recomputed.size() - 1);
        boolean equal = END.stream().allMatch(field -> one.path(field).equals(other.path(field)));
        return equal ? List.of() : List.of(new Difference(one, other));
    }

    private static List<Difference> steps(List<JsonNode> published, List<JsonNode> recomputed) {
        Map<String, JsonNode> left = new LinkedHashMap<>();
        published.forEach(transition -> left.put(step(transition), transition));
        List<Difference> differences = new ArrayList<>();
        for (JsonNode transition : recomputed) {
            JsonNode same = left.remove(step(transition));
            if (same == null || !content(same).equals(content(transition))) {
                differences.add(new Difference(same, transition));
            }
        }
        left.values().forEach(extra -> differences.add(new Difference(extra, null)));
        return List.copyOf(differences);
    }

    private static String step(JsonNode transition) {
        return transition.path("at").asText()
                + "|"
                + transition.path("cause").asText()
                + "|"
                + transition.path("event_id").asText();
    }

    private static JsonNode content(JsonNode transition) {
        ObjectNode content = transition.deepCopy();
        content.remove("sequence");
        return content;
    }
}
