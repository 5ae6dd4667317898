package vn.takedown.benchmarks.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import vn.takedown.benchmarks.run.RunResult;
import vn.takedown.benchmarks.run.Variant;

/**
 * The results of all runs of all variants. A variant that has failed once has no figures: what is
 * left of it would be a selection.
 */
public final class Measurements {

    /**
     * One run of one variant.
     *
     * @param round from 1
     */
    public record Run(Variant variant, int round, RunResult result) {}

    private final List<Run> runs = new ArrayList<>();
    private final Map<Variant, String> errors = new EnumMap<>(Variant.class);

    public void add(Variant variant, int round, RunResult result) {
        runs.add(new Run(variant, round, result));
    }

    public void fail(Variant variant, String error) {
        errors.putIfAbsent(variant, error);
    }

    /** In the order in which they were done, those of failed variants too. */
    public List<Run> runs() {
        return List.copyOf(runs);
    }

    public Map<Variant, String> errors() {
        return Map.copyOf(errors);
    }

    public boolean hasFailed(Variant variant) {
        return errors.containsKey(variant);
    }

    /** A figure of a variant over its runs; null values of it are left out. */
    public Optional<Spread> spread(Variant variant, Function<RunResult, Double> figure) {
        return spreadOf(
                of(variant).stream()
                        .map(run -> figure.apply(run.result()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** Rates of the one divided by rates of the other, round by round. */
    public Optional<Spread> ratio(Variant dividend, Variant divisor) {
        List<Double> ratios = new ArrayList<>();
        for (Run one : of(dividend)) {
            for (Run other : of(divisor)) {
                if (one.round() == other.round()) {
                    ratios.add(one.result().perSecond() / other.result().perSecond());
                }
            }
        }
        return spreadOf(ratios);
    }

    private List<Run> of(Variant variant) {
        return hasFailed(variant)
                ? List.of()
                : runs.stream().filter(run -> run.variant() == variant).toList();
    }

    private static Optional<Spread> spreadOf(List<Double> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(Spread.of(values));
    }
}
