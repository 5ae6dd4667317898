package vn.takedown.stack.simulator;

import vn.takedown.model.reference.Provider;

/**
 * @param weight how often the provider is asked, relative to the others of its family
 */
record SimulatedProvider(Provider provider, double weight, Behaviour behaviour) {

    ProviderFamily family() {
        return ProviderFamily.of(provider.type(), provider.jurisdiction());
    }
}
