package vn.takedown.stack.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.takedown.model.reference.Jurisdiction;
import vn.takedown.model.reference.Provider;
import vn.takedown.model.reference.ProviderType;

/**
 * The made-up providers of {@code providers.csv}. Their network numbers are from the ranges for
 * private use (RFC 6996), so that they can be mistaken for nobody's.
 */
final class FictionalProviders {

    private FictionalProviders() {}

    static List<SimulatedProvider> read() {
        InputStream resource = FictionalProviders.class.getResourceAsStream("providers.csv");
        if (resource == null) {
            throw new IllegalStateException("providers.csv is missing");
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(FictionalProviders::provider).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static SimulatedProvider provider(String line) {
        String[] cells = line.split(";", -1);
        Set<Long> asns = new LinkedHashSet<>();
        for (String asn : cells[5].split(" ")) {
            if (!asn.isEmpty()) {
                asns.add(Long.valueOf(asn));
            }
        }
        Provider provider =
                new Provider(
                        cells[0],
                        cells[1],
                        ProviderType.valueOf(cells[2]),
                        Jurisdiction.valueOf(cells[3]),
                        cells[4],
                        asns);
        List<Double> numbers = new ArrayList<>();
        for (int column = 6; column < cells.length; column++) {
            numbers.add(Double.valueOf(cells[column]));
        }
        Behaviour behaviour =
                new Behaviour(
                        numbers.get(1),
                        numbers.get(2),
                        numbers.get(3),
                        numbers.get(4),
                        numbers.get(5),
                        numbers.get(6),
                        numbers.get(7),
                        numbers.get(8),
                        numbers.get(9),
                        numbers.get(10),
                        numbers.get(11),
                        numbers.get(12),
                        numbers.get(13));
        return new SimulatedProvider(provider, numbers.get(0), behaviour);
    }
}
