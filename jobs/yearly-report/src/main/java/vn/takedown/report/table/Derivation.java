package vn.takedown.report.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What can be worked out from sums of which some members are unknown: Gauss–Jordan elimination over
 * a prime field. An unknown is determined exactly when a reduced equation holds it alone.
 */
final class Derivation {

    /** The largest prime below 2^31: products fit a long, and no real coefficient is a multiple. */
    private static final long PRIME = 2_147_483_647L;

    private Derivation() {}

    /** Those of the unknown ids whose values follow from the sums and all that is not unknown. */
    static Set<String> determined(List<Counts.Sum> sums, Collection<String> unknown) {
        Map<String, Integer> columns = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (String id : unknown.stream().sorted().toList()) {
            columns.put(id, names.size());
            names.add(id);
        }
        TreeMap<Integer, TreeMap<Integer, Long>> reduced = new TreeMap<>();
        for (Counts.Sum sum : sums) {
            TreeMap<Integer, Long> equation = new TreeMap<>();
            add(equation, columns.get(sum.total()), PRIME - 1);
            for (String part : sum.parts()) {
                add(equation, columns.get(part), 1);
            }
            insert(equation, reduced);
        }
        Set<String> determined = new HashSet<>();
        for (TreeMap<Integer, Long> equation : reduced.values()) {
            if (equation.size() == 1) {
                determined.add(names.get(equation.firstKey()));
            }
        }
        return determined;
    }

    private static void insert(
            TreeMap<Integer, Long> equation, TreeMap<Integer, TreeMap<Integer, Long>> reduced) {
        for (Integer column : List.copyOf(equation.keySet())) {
            TreeMap<Integer, Long> known = reduced.get(column);
            Long factor = equation.get(column);
            if (known != null && factor != null) {
                subtract(equation, known, factor);
            }
        }
        if (equation.isEmpty()) {
            return;
        }
        int pivot = equation.firstKey();
        long inverse = power(equation.get(pivot), PRIME - 2);
        equation.replaceAll((column, value) -> value * inverse % PRIME);
        for (TreeMap<Integer, Long> other : reduced.values()) {
            Long factor = other.get(pivot);
            if (factor != null) {
                subtract(other, equation, factor);
            }
        }
        reduced.put(pivot, equation);
    }

    private static void subtract(
            TreeMap<Integer, Long> from, TreeMap<Integer, Long> what, long factor) {
        what.forEach((column, value) -> add(from, column, (PRIME - factor) * value % PRIME));
    }

    private static void add(TreeMap<Integer, Long> equation, Integer column, long value) {
        if (column == null) {
            return;
        }
        long sum = (equation.getOrDefault(column, 0L) + value) % PRIME;
        if (sum == 0) {
            equation.remove(column);
        } else {
            equation.put(column, sum);
        }
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long square = base % PRIME;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = result * square % PRIME;
            }
            square = square * square % PRIME;
        }
        return result;
    }
}
