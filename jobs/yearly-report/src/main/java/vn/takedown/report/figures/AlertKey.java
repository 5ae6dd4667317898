package vn.takedown.report.figures;

import java.util.Comparator;

/** What alerts are counted by. */
public record AlertKey(String kind, String severity) implements Comparable<AlertKey> {

    private static final Comparator<AlertKey> ORDER =
            Comparator.comparing(AlertKey::kind).thenComparing(AlertKey::severity);

    @Override
    public int compareTo(AlertKey other) {
        return ORDER.compare(this, other);
    }
}
