package vn.takedown.stack.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * Where a policy is taken from: fields that the job ignores. Each is null when the line does not
 * name it as text.
 *
 * @param certainty {@code SURE} or {@code UNSURE}
 * @param note what is not certain, or what else to know
 */
public record Provenance(String source, String certainty, String note) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param value a line that the parser of policies accepts
     */
    static Provenance of(byte[] value) {
        try {
            JsonNode node = JSON.readTree(value);
            return new Provenance(
                    node.path("source").textValue(),
                    node.path("certainty").textValue(),
                    node.path("note").textValue());
        } catch (IOException unreadable) {
            // The job takes the line all the same, and these fields mean nothing to it.
            return new Provenance(null, null, null);
        }
    }

    boolean isUnsure() {
        return "UNSURE".equals(certainty);
    }
}
