package vn.takedown.model.oracle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A case document (contract section 4) without {@code restated}, {@code sequence} and {@code
 * updated_at}.
 *
 * @param fields every field by its name in the contract: instants (epoch milliseconds), durations
 *     and counts as {@link Long}, flags as {@link Boolean}, all else as {@link String}; null where
 *     absent
 */
public record OracleCase(Map<String, Object> fields) {

    public OracleCase {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public String caseId() {
        return (String) fields.get("case_id");
    }

    /** The value of a field; null when it is absent. */
    public Object get(String field) {
        if (!fields.containsKey(field)) {
            throw new IllegalArgumentException("no such field of a case: " + field);
        }
        return fields.get(field);
    }

    String text(String field) {
        return (String) get(field);
    }

    Long number(String field) {
        return (Long) get(field);
    }

    boolean flag(String field) {
        return (Boolean) get(field);
    }
}
