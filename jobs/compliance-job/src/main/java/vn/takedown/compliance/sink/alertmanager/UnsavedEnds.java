package vn.takedown.compliance.sink.alertmanager;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

/** Which alerts have ended since the last checkpoint that was completed. Of one task. */
final class UnsavedEnds {

    private Set<String> sinceTheLast = new HashSet<>();

    /** By the checkpoint that will save them. */
    private final TreeMap<Long, Set<String>> underWay = new TreeMap<>();

    void add(String key) {
        sinceTheLast.add(key);
    }

    /** A checkpoint saves what has ended until now. */
    void begin(long checkpointId) {
        underWay.put(checkpointId, sinceTheLast);
        sinceTheLast = new HashSet<>();
    }

    /** It has, and so have those before it that were not completed. */
    void complete(long checkpointId) {
        underWay.headMap(checkpointId, true).clear();
    }

    boolean saved(String key) {
        return !sinceTheLast.contains(key)
                && underWay.values().stream().noneMatch(keys -> keys.contains(key));
    }
}
