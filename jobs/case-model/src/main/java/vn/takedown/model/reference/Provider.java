package vn.takedown.model.reference;

import java.util.Set;

/**
 * An entry of the provider registry.
 *
 * @param asns the provider's autonomous system numbers; for an ISP the only networks from which its
 *     blocking is judged (contract section 2)
 */
public record Provider(
        String providerId,
        String name,
        ProviderType type,
        Jurisdiction jurisdiction,
        String country,
        Set<Long> asns) {

    public Provider {
        asns = Set.copyOf(asns);
    }
}
