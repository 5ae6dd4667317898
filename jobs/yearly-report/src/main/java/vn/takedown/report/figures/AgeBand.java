package vn.takedown.report.figures;

import java.time.Duration;

/** How long an open case has been open: from the clock's start, by the calendar. */
public enum AgeBand {
    UP_TO_1H(Duration.ofHours(1)),
    UP_TO_3H(Duration.ofHours(3)),
    UP_TO_6H(Duration.ofHours(6)),
    UP_TO_24H(Duration.ofHours(24)),
    UP_TO_48H(Duration.ofHours(48)),
    UP_TO_7D(Duration.ofDays(7)),
    UP_TO_14D(Duration.ofDays(14)),
    UP_TO_28D(Duration.ofDays(28)),
    OVER_28D(Duration.ofMillis(Long.MAX_VALUE));

    private final long upTo;

    AgeBand(Duration upTo) {
        this.upTo = upTo.toMillis();
    }

    /**
     * @param age milliseconds
     */
    static AgeBand of(long age) {
        for (AgeBand band : values()) {
            if (age <= band.upTo) {
                return band;
            }
        }
        throw new IllegalArgumentException("no age: " + age);
    }
}
