package vn.takedown.stack.simulator;

import java.time.Duration;

/**
 * How long the crawler waits between two looks at one target: dense at first, then sparser. Every
 * wait is varied by up to 15 % so that the crawler does not march in step.
 *
 * @param beforeIssue between the report and the request
 * @param firstDay while up, in the first 24 hours after the request; a third of it for blocking
 * @param firstWeek while up, until day 7
 * @param later while up, from day 7 on
 * @param confirming in the first 8 hours after the target was first seen down
 * @param watching after that, to see it come back
 * @param recheck after an ambiguous answer or an error
 * @param giveUp after this time since the request a target that is still up is left
 * @param watchFor after this time since it was first seen down a target is left
 */
public record ObservationCadence(
        Duration beforeIssue,
        Duration firstDay,
        Duration firstWeek,
        Duration later,
        Duration confirming,
        Duration watching,
        Duration recheck,
        Duration giveUp,
        Duration watchFor) {

    public static final ObservationCadence STANDARD =
            new ObservationCadence(
                    Duration.ofHours(4),
                    Duration.ofMinutes(45),
                    Duration.ofHours(3),
                    Duration.ofHours(12),
                    Duration.ofHours(2),
                    Duration.ofHours(18),
                    Duration.ofMinutes(30),
                    Duration.ofDays(60),
                    Duration.ofDays(21));

    /**
     * @throws IllegalArgumentException when a wait is shorter than a second
     */
    public ObservationCadence {
        for (Duration wait :
                new Duration[] {
                    beforeIssue,
                    firstDay,
                    firstWeek,
                    later,
                    confirming,
                    watching,
                    recheck,
                    giveUp,
                    watchFor
                }) {
            if (wait.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("the crawler waits a second at least");
            }
        }
    }
}
