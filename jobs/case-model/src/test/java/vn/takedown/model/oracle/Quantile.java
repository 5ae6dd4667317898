package vn.takedown.model.oracle;

import java.util.List;

/** Nearest rank (contract section 6, item 18). */
final class Quantile {

    private Quantile() {}

    // "A quantile q of n values is the ⌈q·n⌉-th smallest".
    /**
     * @return null when there are no values
     */
    static Long nearestRank(List<Long> values, int percent) {
        if (values.isEmpty()) {
            return null;
        }
        int rank = (values.size() * percent + 99) / 100;
        return values.stream().sorted().toList().get(rank - 1);
    }
}
