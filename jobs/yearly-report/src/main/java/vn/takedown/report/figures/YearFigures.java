package vn.takedown.report.figures;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import vn.takedown.model.cases.LifecycleState;

/**
 * Everything that the documents tell about a year.
 *
 * @param cutOff {@code T}, milliseconds since the epoch
 * @param complete whether the cut-off lies after the end of the year
 * @param all the cohort of the year
 * @param groups the same cohort by each dimension, groups in alphabetical order
 * @param blocking per access provider, only the requests to block
 * @param providers by id
 * @param ordersComplete orders of which every item was removed or excluded
 * @param stillUp state → jurisdiction → cases of the year whose content is up at the cut-off
 * @param years the years that the job has written, also others
 * @param deadLetters reason → rejected records, of all time
 * @param alerts of the year
 * @param strikes provider → highest level of repeated breach reached in the year
 * @param coverage provider → how it was watched; empty when the monitor wrote none
 * @param restatements cause → changes by late events to cases of the year
 * @param restatedChanges each of these changes
 */
public record YearFigures(
        int year,
        long cutOff,
        boolean complete,
        CohortFigures all,
        Map<Dimension, SortedMap<String, CohortFigures>> groups,
        SortedMap<String, CohortFigures> blocking,
        SortedMap<String, ProviderInfo> providers,
        List<PolicyUse> policies,
        long ordersComplete,
        Backlog backlog,
        SortedMap<LifecycleState, SortedMap<String, Long>> stillUp,
        List<PeriodRow> years,
        SortedMap<String, Long> deadLetters,
        SortedMap<AlertKey, Long> alerts,
        SortedMap<String, String> strikes,
        SortedMap<String, CoverageRow> coverage,
        SortedMap<String, Long> restatements,
        List<RestatedChange> restatedChanges) {

    public SortedMap<String, CohortFigures> by(Dimension dimension) {
        return groups.get(dimension);
    }
}
