package vn.takedown.model.cases;

import static vn.takedown.model.alerting.Severity.CRITICAL;
import static vn.takedown.model.alerting.Severity.WARNING;
import static vn.takedown.model.cases.AlertStory.hour;

import vn.takedown.model.alerting.AlertKind;
import vn.takedown.model.alerting.Resolution;
import vn.takedown.model.alerting.Severity;
import vn.takedown.model.event.AcknowledgementType;

/**
 * For each kind of alert a story in which it fires and is over again, with much in it that might
 * raise it once more but must not. Instants are milliseconds since the epoch.
 *
 * @param firesAt the first millisecond at which there is reason for it
 * @param startsAt since when there is, by the contract
 * @param endsAt the first millisecond at which there is none
 */
record AlertExample(
        AlertStory story,
        String subject,
        long firesAt,
        long startsAt,
        Severity severity,
        String level,
        long endsAt,
        Resolution resolution) {

    private static final String CASE = "request/item";

    static AlertExample of(AlertKind kind) {
        return switch (kind) {
            case ACK_OVERDUE ->
                    ofCase(
                            one().up("request", 1, 7, 8)
                                    .answered("request", 10, AcknowledgementType.RECEIVED)
                                    .answered("request", 11, AcknowledgementType.ACCEPTED),
                            mark(6),
                            WARNING,
                            hour(10),
                            Resolution.ACKNOWLEDGED);
            case DEADLINE_NEAR ->
                    new AlertExample(
                            one().up("request", 11, 13, 20, 30),
                            CASE,
                            mark(12),
                            hour(12),
                            WARNING,
                            "0.5",
                            mark(24),
                            Resolution.DEADLINE_PASSED);
            case SLA_OVERDUE ->
                    ofCase(
                            one().up("request", 2, 40, 41),
                            mark(24),
                            WARNING,
                            hour(40),
                            Resolution.BREACHED);
            case SLA_BREACH ->
                    ofCase(
                            one().up("request", 30, 31, 32).down("request", 40, 41, 42),
                            hour(30),
                            CRITICAL,
                            hour(41),
                            Resolution.REMOVED);
            case SECOND_NOTICE_DUE ->
                    ofCase(
                            one().up("request", 30, 37, 38).down("request", 40, 41, 42),
                            mark(36),
                            WARNING,
                            hour(41),
                            Resolution.REMOVED);
            case FALSE_CLAIM ->
                    ofCase(
                            one().answered("request", 2, AcknowledgementType.CLAIMED_DONE)
                                    .up("request", 2.5, 5, 6)
                                    .answered("request", 6.5, AcknowledgementType.CLAIMED_DONE)
                                    .up("request", 7)
                                    .down("request", 8, 9, 10),
                            hour(5),
                            WARNING,
                            hour(9),
                            Resolution.REMOVED);
            case REINSTATEMENT ->
                    ofCase(
                            one().down("request", 2, 3)
                                    .up("request", 10, 11, 12)
                                    .down("request", 13, 14, 15),
                            hour(10),
                            CRITICAL,
                            hour(14),
                            Resolution.REMOVED);
            case CONTENT_RECIDIVISM ->
                    new AlertExample(
                            one().issued("before", -20)
                                    .down("before", -18, -17)
                                    .up("request", 1, 2)
                                    .down("request", 3, 4, 5),
                            CASE,
                            hour(0),
                            hour(0),
                            CRITICAL,
                            "STRICT",
                            hour(4),
                            Resolution.REMOVED);
            case PROVIDER_STRIKES ->
                    new AlertExample(
                            one().issued("other", 0)
                                    .up("request", 30, 33)
                                    .up("other", 31, 34)
                                    .down("request", 35, 36)
                                    .down("other", 35, 36),
                            "policy",
                            hour(31),
                            hour(31),
                            CRITICAL,
                            "1",
                            hour(30 + 30 * 24),
                            Resolution.FEWER_BREACHES);
            case MONITOR_BLIND ->
                    new AlertExample(
                            one().down("request", 1).up("request", 30),
                            "provider",
                            mark(25),
                            hour(25),
                            WARNING,
                            null,
                            hour(30),
                            Resolution.OBSERVED_AGAIN);
        };
    }

    private static AlertStory one() {
        return new AlertStory().issued("request", 0);
    }

    /** A mark in time has passed in the first millisecond after it. */
    private static long mark(double hours) {
        return hour(hours) + 1;
    }

    private static AlertExample ofCase(
            AlertStory story, long firesAt, Severity severity, long endsAt, Resolution resolution) {
        // Whole hours are instants of events; a millisecond more is a mark that has passed.
        long startsAt = firesAt - firesAt % 1000;
        return new AlertExample(story, CASE, firesAt, startsAt, severity, null, endsAt, resolution);
    }
}
