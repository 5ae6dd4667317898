package vn.takedown.compliance.ingest;

import java.util.HashSet;
import java.util.Set;

/**
 * The unknown names met so far in each of the objects that are open, to find repeated ones.
 *
 * <p>Hash sets stay fast for colliding names, because strings are comparable.
 */
final class OpenNames {

    /** Larger sets are not kept, as emptying them takes time in their capacity. */
    private static final int KEPT_SIZE = 32;

    private final Set<String>[] byDepth;

    OpenNames(int maxDepth) {
        byDepth = newSets(maxDepth + 1);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Set<String>[] newSets(int length) {
        return new Set[length];
    }

    /** Whether {@code name} is new in the object that is open at {@code depth}. */
    boolean add(int depth, String name) {
        Set<String> names = byDepth[depth];
        if (names == null) {
            names = new HashSet<>();
            byDepth[depth] = names;
        }
        return names.add(name);
    }

    /** Forgets the names of the object at {@code depth}. */
    void clear(int depth) {
        Set<String> names = byDepth[depth];
        if (names == null || names.isEmpty()) {
            return;
        }
        if (names.size() > KEPT_SIZE) {
            byDepth[depth] = null;
        } else {
            names.clear();
        }
    }
}
