package vn.takedown.report.figures;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import vn.takedown.model.cases.LifecycleState;
import vn.takedown.report.source.WatchedHours;

/**
 * Everything that the documents tell about a year.
 *
 * @param cutOff {@code T}, milliseconds since the epoch
 * @param complete whether the cut-off lies after the end of the year
 * @param all the cohort of the year
 * @param earliest the estimate for the same cohort as if every removal had been right after the
 *     content was last seen up ({@code ttr_low_ms})
 * @param gapMedian median of first seen down − last seen up in milliseconds, null when there is
 *     none
 * @param groups the same cohort by each dimension, groups in alphabetical order
 * @param blocking per access provider, only the requests to block
 * @param notices per category, only what somebody other than an authority reported, and {@link
 *     #ALL_NOTICES}
 * @param providers by id
 * @param ordersComplete orders of which every item was removed or excluded
 * @param stillUp state → jurisdiction → cases of the year whose content is up at the cut-off
 * @param years the years that the job has written, also others
 * @param deadLetters reason → rejected records, of all time
 * @param alerts of the year
 * @param strikes provider → highest level of repeated breach reached in the year
 * @param blindSpells when the monitor saw nothing, by provider or topic, the latest spell of each
 * @param coverage provider → how it was watched; empty when the monitor wrote none
 * @param restatements cause → changes by late events to cases of the year
 * @param restatedChanges each of these changes
 */
public record YearFigures(
        int year,
        long cutOff,
        boolean complete,
        CohortFigures all,
        SurvivalBand earliest,
        Long gapMedian,
        Map<Dimension, SortedMap<String, CohortFigures>> groups,
        SortedMap<String, CohortFigures> blocking,
        SortedMap<String, CohortFigures> notices,
        SortedMap<String, ProviderInfo> providers,
        List<PolicyUse> policies,
        long ordersComplete,
        Backlog backlog,
        SortedMap<LifecycleState, SortedMap<String, Long>> stillUp,
        List<PeriodRow> years,
        SortedMap<String, Long> deadLetters,
        SortedMap<AlertKey, Long> alerts,
        SortedMap<String, String> strikes,
        List<BlindSpell> blindSpells,
        SortedMap<String, WatchedHours> coverage,
        SortedMap<String, Long> restatements,
        List<RestatedChange> restatedChanges) {

    /** Stands for all categories. */
    public static final String ALL_NOTICES = "TOTAL";

    public SortedMap<String, CohortFigures> by(Dimension dimension) {
        return groups.get(dimension);
    }
}
