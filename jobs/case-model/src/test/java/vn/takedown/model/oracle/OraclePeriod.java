package vn.takedown.model.oracle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A provider-period document (contract section 4) without {@code updated_at}.
 *
 * @param fields every field by its name in the contract: counts and milliseconds as {@link Long},
 *     ratios as {@link Double}, all else as {@link String}; null where absent
 */
public record OraclePeriod(Map<String, Object> fields) {

    public OraclePeriod {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** {@code period|start|provider_id}. */
    public String id() {
        return get("period") + "|" + get("start") + "|" + get("provider_id");
    }

    /** The value of a field; null when it is absent. */
    public Object get(String field) {
        if (!fields.containsKey(field)) {
            throw new IllegalArgumentException("no such field of a period: " + field);
        }
        return fields.get(field);
    }
}
