package vn.takedown.compliance.config;

import java.io.Serializable;
import vn.takedown.model.alerting.BurnTerms;

/**
 * How it is told how providers stand.
 *
 * @param leagueMinimum cases due in 90 days from which on a provider has a place in the league
 * @param live whether states are shown while time passes, and not only at the end
 */
public record StandingSettings(BurnTerms burn, int leagueMinimum, boolean live)
        implements Serializable {

    public static final StandingSettings DEFAULT =
            new StandingSettings(BurnTerms.DEFAULT, 10, true);
}
