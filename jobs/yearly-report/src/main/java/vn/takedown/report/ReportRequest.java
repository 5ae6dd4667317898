package vn.takedown.report;

import java.nio.file.Path;
import vn.takedown.report.source.DocumentSource;

/**
 * What report is wanted.
 *
 * @param output a folder that does not exist yet or is empty
 * @param asOf when the report is said to be made, milliseconds since the epoch; null for the data
 *     cut-off
 * @param previous folder of an earlier report for the same year; null when there is none
 * @param forThePublic whether small counts are withheld
 * @param minimumVolume cases from which rates and quantiles of a provider are given; at least 1
 * @param supplement YAML file of the ministry; null when there is none
 */
public record ReportRequest(
        int year,
        Language language,
        DocumentSource source,
        Path output,
        Long asOf,
        Path previous,
        boolean forThePublic,
        int minimumVolume,
        Path supplement) {

    public static final int USUAL_MINIMUM_VOLUME = 10;
}
