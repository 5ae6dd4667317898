package vn.takedown.model.explanation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.takedown.model.cases.ObservationReading;
import vn.takedown.model.explanation.HistoryLine.Look;
import vn.takedown.model.explanation.HistoryLine.QuietStretch;

/** Sums up long stretches of observations that change nothing. */
public final class QuietStretches {

    /** Fewer are shown one by one. */
    private static final int SHORTEST = 3;

    private QuietStretches() {}

    /** The same history; of each stretch of quiet observations the first stays as it is. */
    public static List<HistoryLine> folded(List<HistoryLine> history) {
        List<HistoryLine> folded = new ArrayList<>();
        List<Look> quiet = new ArrayList<>();
        for (HistoryLine line : history) {
            if (line instanceof Look look && look.isQuiet()) {
                if (!quiet.isEmpty() && quiet.get(0).beforeStart() != look.beforeStart()) {
                    close(quiet, folded);
                }
                quiet.add(look);
            } else {
                close(quiet, folded);
                folded.add(line);
            }
        }
        close(quiet, folded);
        return List.copyOf(folded);
    }

    private static void close(List<Look> quiet, List<HistoryLine> folded) {
        if (quiet.size() <= SHORTEST) {
            folded.addAll(quiet);
        } else {
            folded.add(quiet.get(0));
            folded.add(stretch(quiet.subList(1, quiet.size())));
        }
        quiet.clear();
    }

    private static QuietStretch stretch(List<Look> looks) {
        Map<ObservationReading, Integer> readings = new EnumMap<>(ObservationReading.class);
        Map<EventFate, Integer> fates = new EnumMap<>(EventFate.class);
        for (Look look : looks) {
            if (look.reading() != null) {
                readings.merge(look.reading(), 1, Integer::sum);
            } else {
                fates.merge(look.fate(), 1, Integer::sum);
            }
        }
        return new QuietStretch(looks.get(0), looks.get(looks.size() - 1), readings, fates);
    }
}
