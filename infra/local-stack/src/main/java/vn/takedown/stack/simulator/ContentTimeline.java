package vn.takedown.stack.simulator;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The truth about one target over time; before the first change it is up. */
final class ContentTimeline {

    private final NavigableMap<Long, Visibility> changes = new TreeMap<>();

    void change(long at, Visibility visibility) {
        changes.put(at, visibility);
    }

    Visibility at(long millis) {
        Map.Entry<Long, Visibility> last = changes.floorEntry(millis);
        return last == null ? Visibility.UP : last.getValue();
    }
}
