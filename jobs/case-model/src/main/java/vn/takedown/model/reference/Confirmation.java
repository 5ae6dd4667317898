package vn.takedown.model.reference;

import java.time.Duration;

/**
 * When a down run is believed (contract section 2): at least {@code consecutive} down observations
 * from at least {@code vantages} distinct vantage points, spanning at least {@code hold}.
 */
public record Confirmation(int consecutive, int vantages, Duration hold) {

    /** Contract section 6, item 4. */
    public static final Confirmation DEFAULT = new Confirmation(3, 2, Duration.ofHours(6));
}
