package vn.takedown.compliance.standing;

import vn.takedown.model.alerting.Alert;
import vn.takedown.model.standing.ProviderStanding;

/**
 * Something new of a provider: either how it stands or that it is struck.
 *
 * @param at milliseconds since the epoch
 * @param standing null when it is a strike
 * @param strike the policy or window of the strike; null when it is a standing
 * @param level of the strike; null when that is over
 */
public record StandingNews(
        String providerId, long at, ProviderStanding standing, String strike, Integer level) {

    public static StandingNews of(ProviderStanding standing) {
        return new StandingNews(standing.providerId(), standing.asOf(), standing, null, null);
    }

    /** Of a {@code PROVIDER_STRIKES} alert. */
    public static StandingNews of(Alert alert) {
        return new StandingNews(
                alert.providerId(),
                alert.updatedAt(),
                null,
                alert.subject(),
                alert.firing() ? Integer.valueOf(alert.level()) : null);
    }
}
