package vn.takedown.compliance.document;

import vn.takedown.model.alerting.BurnTerms;
import vn.takedown.model.reference.Jurisdiction;
import vn.takedown.model.reference.ProviderType;
import vn.takedown.model.standing.DueBook;
import vn.takedown.model.standing.ProviderStanding;

/**
 * How a provider stands now; an index of its own beside those of contract section 4. Null means
 * absent.
 *
 * @param standing of {@code _all} for all providers together
 * @param providerName null when the registry does not know it; likewise type and jurisdiction
 * @param leaguePosition from 1; null when too few cases are due
 * @param leagueSize how many have a position
 * @param strikeLevel the highest of its strikes by a policy; null when none stands
 * @param burnLevel the highest of its burn-rate alerts; null when none stands
 * @param terms by which burn rates are told
 * @param asOf milliseconds since the epoch
 * @param last whether the input has ended: nothing newer follows
 */
public record ProviderStateDocument(
        ProviderStanding standing,
        String providerName,
        ProviderType providerType,
        Jurisdiction jurisdiction,
        Long leaguePosition,
        long leagueSize,
        Long strikeLevel,
        Long burnLevel,
        BurnTerms terms,
        long asOf,
        boolean last) {

    /** In milliseconds; finer ones would leave no room for restarts in the versions. */
    private static final long REVISION_STEP = 60_000;

    /** {@code provider_id}. */
    public String id() {
        return standing.providerId();
    }

    /** Rises with {@code asOf}. */
    long revision() {
        return 2 * Math.floorDiv(asOf, REVISION_STEP) + (last ? 1 : 0);
    }

    /** Age of the oldest overdue case in full hours, as milliseconds; null when none is overdue. */
    Long oldestOverdue() {
        Long oldest = standing.overdue().oldestHour();
        return oldest == null ? null : (Long) ((DueBook.hourOf(asOf) - oldest) * DueBook.HOUR);
    }

    /** Of 90 days; null when nothing was due. */
    Double compliance() {
        long due = standing.due90d().due();
        return due == 0 ? null : (Double) ((double) standing.due90d().onTime() / due);
    }
}
