package vn.takedown.report.document;

import java.util.ArrayList;
import java.util.List;
import vn.takedown.report.table.Table;
import vn.takedown.report.tables.ReportTables;

/**
 * What a report is made of.
 *
 * @param cutOff {@code T}, milliseconds since the epoch
 * @param asOf when the report is said to be made, milliseconds since the epoch
 * @param complete whether the year was over at the cut-off
 * @param forThePublic whether small counts are withheld
 * @param minimumVolume cases from which rates and quantiles of a provider are given
 * @param version of the software
 * @param restatements null when no earlier report was given
 * @param previousCutOff of that earlier report; null when none was given
 */
public record ReportFacts(
        int year,
        long cutOff,
        long asOf,
        boolean complete,
        boolean forThePublic,
        int minimumVolume,
        String version,
        ReportTables tables,
        Supplement supplement,
        Table restatements,
        Long previousCutOff) {

    /** All tables, the restatements last. */
    public List<Table> allTables() {
        if (restatements == null) {
            return tables.all();
        }
        List<Table> all = new ArrayList<>(tables.all());
        all.add(restatements);
        return all;
    }
}
