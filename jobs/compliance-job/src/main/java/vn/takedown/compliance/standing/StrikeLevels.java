package vn.takedown.compliance.standing;

import java.util.HashMap;
import java.util.Map;
import vn.takedown.model.alerting.BurnWindow;

/**
 * The highest level of the strikes that stand, by provider.
 *
 * @param policies of the policies it breaches
 * @param burn of the windows of its burn rate
 */
record StrikeLevels(Map<String, Long> policies, Map<String, Long> burn) {

    /**
     * @param strikes {@code provider_id|policy or window} → level
     */
    static StrikeLevels of(Iterable<Map.Entry<String, Integer>> strikes) {
        StrikeLevels levels = new StrikeLevels(new HashMap<>(), new HashMap<>());
        for (Map.Entry<String, Integer> strike : strikes) {
            String[] key = strike.getKey().split("\\|");
            Map<String, Long> kind = BurnWindow.isOne(key[1]) ? levels.burn : levels.policies;
            kind.merge(key[0], (long) strike.getValue(), Math::max);
        }
        return levels;
    }

    /** Null when none stands. */
    Long ofPolicies(String providerId) {
        return policies.get(providerId);
    }

    /** Null when none stands. */
    Long ofBurn(String providerId) {
        return burn.get(providerId);
    }
}
