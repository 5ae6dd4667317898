package vn.takedown.report.figures;

import java.time.Duration;

/** How long ago the deadline of an open case was, by the calendar. */
public enum OverdueBand {
    UP_TO_24H(Duration.ofHours(24)),
    /** Where a second notice is due by the usual policy. */
    UP_TO_48H(Duration.ofHours(48)),
    UP_TO_7D(Duration.ofDays(7)),
    OVER_7D(Duration.ofMillis(Long.MAX_VALUE));

    private final long upTo;

    OverdueBand(Duration upTo) {
        this.upTo = upTo.toMillis();
    }

    /**
     * @param age milliseconds
     */
    static OverdueBand of(long age) {
        for (OverdueBand band : values()) {
            if (age <= band.upTo) {
                return band;
            }
        }
        throw new IllegalArgumentException("no age: " + age);
    }
}
