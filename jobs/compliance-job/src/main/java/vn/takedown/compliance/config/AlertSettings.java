package vn.takedown.compliance.config;

import java.io.Serializable;
import java.time.Duration;

/**
 * How alerts are raised.
 *
 * @param blindAfter for how long nothing may be observed at a provider with open cases
 * @param standing how it is told how providers stand
 */
public record AlertSettings(Duration blindAfter, StandingSettings standing)
        implements Serializable {

    /** Twice the interval at which slow crawlers come by. */
    public static final AlertSettings DEFAULT =
            new AlertSettings(Duration.ofHours(24), StandingSettings.DEFAULT);
}
