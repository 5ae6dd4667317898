package vn.takedown.stack.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.takedown.model.reference.Criterion;

/**
 * The situations that every choice of one value per criterion gives.
 *
 * @param values by criterion, none of them empty
 */
record Area(Map<Criterion, Set<Enum<?>>> values) {

    /** Situations as few areas, which do not overlap. */
    static List<Area> of(Collection<Situation> situations) {
        List<Area> areas = situations.stream().map(Area::of).toList();
        // What distinguishes policies most is joined last, so that it stays together.
        for (Criterion criterion :
                List.of(
                        Criterion.URGENCY,
                        Criterion.CATEGORY,
                        Criterion.JURISDICTION,
                        Criterion.PROVIDER_TYPE,
                        Criterion.ACTION)) {
            areas = joined(areas, criterion);
        }
        return areas;
    }

    private static Area of(Situation situation) {
        Map<Criterion, Set<Enum<?>>> values = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            values.put(criterion, sorted(Set.of(situation.value(criterion))));
        }
        return new Area(values);
    }

    /** Areas that differ in one criterion alone become one. */
    private static List<Area> joined(List<Area> areas, Criterion criterion) {
        Map<Map<Criterion, Set<Enum<?>>>, Set<Enum<?>>> joined = new LinkedHashMap<>();
        for (Area area : areas) {
            Map<Criterion, Set<Enum<?>>> others = new EnumMap<>(area.values);
            others.remove(criterion);
            joined.computeIfAbsent(others, key -> sorted(Set.of()))
                    .addAll(area.values.get(criterion));
        }
        List<Area> result = new ArrayList<>();
        joined.forEach(
                (others, values) -> {
                    Map<Criterion, Set<Enum<?>>> all = new EnumMap<>(others);
                    all.put(criterion, values);
                    result.add(new Area(all));
                });
        return result;
    }

    private static Set<Enum<?>> sorted(Set<Enum<?>> values) {
        Set<Enum<?>> sorted = new TreeSet<>(Comparator.comparingInt(Enum::ordinal));
        sorted.addAll(values);
        return sorted;
    }

    /** Criteria that take every value are left out. */
    @Override
    public String toString() {
        String text =
                values.entrySet().stream()
                        .filter(entry -> entry.getValue().size() < Situation.values(entry.getKey()))
                        .map(
                                entry ->
                                        Wording.criterion(entry.getKey())
                                                + " "
                                                + entry.getValue().stream()
                                                        .map(Enum::name)
                                                        .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining(" and "));
        return text.isEmpty() ? "every request" : text;
    }

    static String text(Collection<Situation> situations) {
        return of(situations).stream().map(Area::toString).collect(Collectors.joining("; "));
    }
}
