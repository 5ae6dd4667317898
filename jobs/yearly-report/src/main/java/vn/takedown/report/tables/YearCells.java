package vn.takedown.report.tables;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import vn.takedown.report.figures.CohortFigures;
import vn.takedown.report.figures.Dimension;
import vn.takedown.report.figures.ProviderInfo;
import vn.takedown.report.figures.YearFigures;
import vn.takedown.report.table.Cell;
import vn.takedown.report.table.Counts;

/** The figures of a year as cells, with everything that adds up stated. */
final class YearCells {

    private static final String NOTICES = "NOTICES/";

    private final YearFigures figures;
    private final Counts counts = new Counts();
    private final CohortCells all;
    private final Map<Dimension, SortedMap<String, CohortCells>> groups =
            new EnumMap<>(Dimension.class);
    private final SortedMap<String, CohortCells> blocking = new TreeMap<>();
    private final SortedMap<String, CohortCells> notices = new TreeMap<>();

    /**
     * @param minimumVolume cases from which rates and quantiles of a provider are given
     */
    YearCells(YearFigures figures, int minimumVolume) {
        this.figures = figures;
        this.all = new CohortCells("all", figures.all(), counts, true);
        all.stateSums();
        figures.groups()
                .forEach(
                        (dimension, byName) -> {
                            int minimum = dimension == Dimension.PROVIDER ? minimumVolume : 0;
                            SortedMap<String, CohortCells> cells = new TreeMap<>();
                            byName.forEach(
                                    (name, cohort) ->
                                            cells.put(
                                                    name,
                                                    cells(
                                                            dimension + "/" + name,
                                                            cohort,
                                                            minimum)));
                            groups.put(dimension, cells);
                            stateSums("all", figures.all(), dimension.toString(), byName);
                        });
        figures.blocking()
                .forEach(
                        (name, cohort) ->
                                blocking.put(
                                        name, cells("BLOCKING/" + name, cohort, minimumVolume)));
        if (!blocking.isEmpty()) {
            stateSums(
                    Dimension.ACTION + "/BLOCK",
                    figures.by(Dimension.ACTION).get("BLOCK"),
                    "BLOCKING",
                    figures.blocking());
        }
        figures.notices()
                .forEach((name, cohort) -> notices.put(name, cells(NOTICES + name, cohort, 0)));
        nest(Dimension.PROVIDER_TYPE, ProviderInfo::type);
        nest(Dimension.JURISDICTION, ProviderInfo::jurisdiction);
        nestChannels();
        nestNotices();
        markNational();
    }

    /** A group that is all there is of something is the whole country in that respect. */
    private void markNational() {
        for (Map.Entry<String, Long> count : Map.copyOf(counts.values()).entrySet()) {
            String id = count.getKey();
            String whole = "all:" + id.substring(id.indexOf(':') + 1);
            if (count.getValue().equals(counts.values().get(whole))) {
                counts.national(id);
            }
        }
    }

    private CohortCells cells(String key, CohortFigures cohort, int minimum) {
        CohortCells cells =
                new CohortCells(key, cohort, counts, cohort.period().issued() >= minimum);
        cells.stateSums();
        return cells;
    }

    private void stateSums(
            String total,
            CohortFigures whole,
            String prefix,
            SortedMap<String, CohortFigures> parts) {
        for (String measure : CohortCells.additive(whole).keySet()) {
            counts.sum(
                    total + ':' + measure,
                    parts.keySet().stream()
                            .map(name -> prefix + '/' + name + ':' + measure)
                            .toList());
        }
    }

    /** Providers add up to their type and jurisdiction, unless the registry has moved one. */
    private void nest(Dimension dimension, Function<ProviderInfo, String> group) {
        for (String name : figures.by(dimension).keySet()) {
            List<String> members =
                    figures.by(Dimension.PROVIDER).keySet().stream()
                            .filter(id -> group.apply(figures.providers().get(id)).equals(name))
                            .toList();
            addUp(dimension + "/" + name, Dimension.PROVIDER + "/", members);
        }
    }

    private void nestChannels() {
        for (String category : figures.by(Dimension.CATEGORY).keySet()) {
            List<String> members =
                    figures.by(Dimension.CHANNEL).keySet().stream()
                            .filter(name -> name.startsWith(category + '|'))
                            .toList();
            addUp(Dimension.CATEGORY + "/" + category, Dimension.CHANNEL + "/", members);
        }
    }

    private void nestNotices() {
        List<String> channels = List.copyOf(figures.by(Dimension.CHANNEL).keySet());
        List<String> categories = new ArrayList<>(figures.notices().keySet());
        categories.remove(YearFigures.ALL_NOTICES);
        for (String category : categories) {
            addUp(
                    NOTICES + category,
                    Dimension.CHANNEL + "/",
                    channels.stream()
                            .filter(name -> name.startsWith(category + '|'))
                            .filter(name -> !name.endsWith("|AUTHORITY"))
                            .toList());
        }
        if (!categories.isEmpty()) {
            addUp(NOTICES + YearFigures.ALL_NOTICES, NOTICES, categories);
        }
        if (figures.by(Dimension.SOURCE).containsKey("TRUSTED_FLAGGER")) {
            addUp(
                    Dimension.SOURCE + "/TRUSTED_FLAGGER",
                    Dimension.CHANNEL + "/",
                    channels.stream().filter(name -> name.endsWith("|TRUSTED_FLAGGER")).toList());
        }
    }

    private void addUp(String total, String prefix, List<String> members) {
        for (String measure : CohortCells.additive(figures.all()).keySet()) {
            List<String> parts =
                    members.stream().map(name -> prefix + name + ':' + measure).toList();
            long sum = parts.stream().mapToLong(counts::value).sum();
            if (sum == counts.value(total + ':' + measure)) {
                counts.sum(total + ':' + measure, parts);
            }
        }
    }

    YearFigures figures() {
        return figures;
    }

    Counts counts() {
        return counts;
    }

    CohortCells all() {
        return all;
    }

    SortedMap<String, CohortCells> by(Dimension dimension) {
        return groups.get(dimension);
    }

    /** By category, and all together. */
    SortedMap<String, CohortCells> notices() {
        return notices;
    }

    SortedMap<String, CohortCells> blocking() {
        return blocking;
    }

    /** The name of a group as a cell. */
    static Cell groupCell(Dimension dimension, String name) {
        boolean free =
                dimension == Dimension.AUTHORITY
                        || dimension == Dimension.LEGAL_BASIS
                        || dimension == Dimension.MONTH;
        if (free && !name.equals(Dimension.UNKNOWN)) {
            return new Cell.Text(dimension == Dimension.MONTH ? name.substring(0, 7) : name);
        }
        return new Cell.Code(dimension.toString(), name);
    }

    /** All together, then each group of the dimensions. */
    void forEach(BiConsumer<List<Cell>, CohortCells> consumer, Dimension... dimensions) {
        consumer.accept(List.of(new Cell.Code("dimension", "ALL"), TOTAL), all);
        for (Dimension dimension : dimensions) {
            by(dimension)
                    .forEach(
                            (name, cells) ->
                                    consumer.accept(
                                            List.of(
                                                    new Cell.Code(
                                                            "dimension", dimension.toString()),
                                                    groupCell(dimension, name)),
                                            cells));
        }
    }

    static final Cell TOTAL = new Cell.Code("total", "ALL");
}
