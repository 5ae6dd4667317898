package vn.takedown.model.coverage;

import vn.takedown.model.event.ObservationStatus;

/**
 * How the open cases of one provider were watched in one hour.
 *
 * @param hour its first millisecond since the epoch
 * @param openCases that were open at any time of the hour
 * @param observedCases of these, with a counted observation in the hour
 * @param observations of targets with a case, whatever their status
 * @param counted of these, up or down for a case
 * @param lastObservationAt milliseconds since the epoch, null when there was none
 * @param revision never lower than with less in it
 */
public record HourCoverage(
        long hour,
        long openCases,
        long observedCases,
        long observations,
        long up,
        long down,
        long blocked,
        long geoBlocked,
        long ambiguous,
        long error,
        long counted,
        Long lastObservationAt,
        long revision) {

    /**
     * @param openBefore how many cases were open when the hour began
     */
    static HourCoverage of(HourTally tally, long openBefore, long revision) {
        return new HourCoverage(
                tally.hour(),
                openBefore + tally.enteredCases(),
                tally.observedCases(),
                tally.observations(),
                tally.of(ObservationStatus.UP),
                tally.of(ObservationStatus.DOWN_HARD) + tally.of(ObservationStatus.DOWN_SOFT),
                tally.of(ObservationStatus.BLOCKED),
                tally.of(ObservationStatus.GEO_BLOCKED),
                tally.of(ObservationStatus.AMBIGUOUS),
                tally.of(ObservationStatus.ERROR),
                tally.countedObservations(),
                tally.lastObservation(),
                revision);
    }

    /** The share of the open cases that was observed; null when none was open. */
    public Double coverage() {
        return openCases == 0 ? null : (Double) ((double) observedCases / openCases);
    }
}
