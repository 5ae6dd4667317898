package vn.takedown.model.standing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Providers in the order of their share on time over 90 days, the best first. Equal shares are in
 * the order of {@code provider_id}, so that the table does not depend on who reported first.
 */
public record League(Map<String, Integer> positions) {

    private static final Comparator<ProviderStanding> BEST_FIRST =
            ((Comparator<ProviderStanding>) League::compareShares)
                    .reversed()
                    .thenComparing(ProviderStanding::providerId);

    public League {
        positions = Map.copyOf(positions);
    }

    /**
     * @param minimumDue below so many due cases a share says little, and there is no position
     */
    public static League of(Iterable<ProviderStanding> standings, long minimumDue) {
        List<ProviderStanding> ranked = new ArrayList<>();
        for (ProviderStanding standing : standings) {
            if (standing.due90d().due() >= minimumDue) {
                ranked.add(standing);
            }
        }
        ranked.sort(BEST_FIRST);
        Map<String, Integer> positions = new HashMap<>();
        for (ProviderStanding standing : ranked) {
            positions.put(standing.providerId(), positions.size() + 1);
        }
        return new League(positions);
    }

    /** Without a division, so that equal shares are equal. */
    private static int compareShares(ProviderStanding one, ProviderStanding other) {
        return Long.compare(
                one.due90d().onTime() * other.due90d().due(),
                other.due90d().onTime() * one.due90d().due());
    }

    /** From 1; null when the provider has none. */
    public Long position(String providerId) {
        Integer position = positions.get(providerId);
        return position == null ? null : (Long) position.longValue();
    }

    public int size() {
        return positions.size();
    }
}
