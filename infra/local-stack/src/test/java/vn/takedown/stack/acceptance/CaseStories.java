package vn.takedown.stack.acceptance;

import static vn.takedown.stack.acceptance.Policies.ACKNOWLEDGE;
import static vn.takedown.stack.acceptance.Policies.DEADLINE;
import static vn.takedown.stack.acceptance.Policies.HALF;
import static vn.takedown.stack.acceptance.Policies.MOST;
import static vn.takedown.stack.acceptance.Policies.SECOND_NOTICE;

import java.util.List;

/**
 * What may happen to a case, each with the alerts that follow from the contract (sections 3, 4 and
 * 6) and the policy. Numbers are hundredths of the span since the case was issued.
 */
final class CaseStories {

    /** A story that a case is made of. */
    interface Story {
        void tell(CaseScript item);
    }

    /** All of them, each about one case. */
    static final List<Story> ALL =
            List.of(
                    CaseStories::removedAtOnce,
                    CaseStories::removedInTime,
                    CaseStories::breachUntilRemoved,
                    CaseStories::breachSeenFromAbroad,
                    CaseStories::falseClaim,
                    CaseStories::reinstated,
                    CaseStories::neverObserved,
                    CaseStories::removedWhenNobodyLooked,
                    CaseStories::confirmedAfterTheDeadline,
                    CaseStories::downOnceAndUpAgain,
                    CaseStories::withdrawnInBreach,
                    CaseStories::withdrawnInTime,
                    CaseStories::pausedAndBreached,
                    CaseStories::downBeforeItWasIssued,
                    CaseStories::held,
                    CaseStories::breachRemovedAndBack);

    private CaseStories() {}

    private static void near(CaseScript item, double end) {
        item.expect("DEADLINE_NEAR").firesAfter(item.at(HALF), "info", "0.5").ends(item.at(end));
    }

    /** Up to the deadline. */
    private static void nearToTheEnd(CaseScript item) {
        item.expect("DEADLINE_NEAR")
                .firesAfter(item.at(HALF), "info", "0.5")
                .fires(item.at(MOST) + 1, item.at(HALF), "warning", "0.8")
                .ends(item.at(DEADLINE) + 1);
    }

    private static ExpectedAlert overdue(CaseScript item) {
        return item.expect("SLA_OVERDUE").firesAfter(item.at(DEADLINE), "warning", null);
    }

    private static ExpectedAlert breach(CaseScript item, double seen) {
        return item.expectProven("SLA_BREACH")
                .fires(item.at(seen), item.at(seen), "critical", null);
    }

    private static ExpectedAlert secondNotice(CaseScript item) {
        return item.expect("SECOND_NOTICE_DUE").firesAfter(item.at(SECOND_NOTICE), "warning", null);
    }

    static void removedAtOnce(CaseScript item) {
        item.answer("RECEIVED", 0.5).up(1, 2).removed(3.1, 4.2);
    }

    static void removedInTime(CaseScript item) {
        item.answer("ACCEPTED", 1).up(1.5, 4).removed(6.1, 7.2);
        near(item, 7.2);
    }

    static void breachUntilRemoved(CaseScript item) {
        item.up(1, 4, 7, 12).removed(18, 19.2);
        item.expect("ACK_OVERDUE")
                .firesAfter(item.at(ACKNOWLEDGE), "warning", null)
                .ends(item.at(19.2));
        nearToTheEnd(item);
        overdue(item).ends(item.at(12));
        breach(item, 12).ends(item.at(19.2));
        secondNotice(item).ends(item.at(19.2));
    }

    /** Blocked for Vietnam alone is up (contract section 2). */
    static void breachSeenFromAbroad(CaseScript item) {
        item.answer("RECEIVED", 1).up(2, 6).geoBlocked(13).removed(14.5, 15.7);
        nearToTheEnd(item);
        overdue(item).ends(item.at(13));
        breach(item, 13).ends(item.at(15.7));
    }

    /** Up at 2.5 is still tolerated. */
    static void falseClaim(CaseScript item) {
        item.answer("CLAIMED_DONE", 2).up(1, 2.5, 4).removed(7, 8.2);
        item.expectProven("FALSE_CLAIM")
                .fires(item.at(4), item.at(4), "warning", null)
                .ends(item.at(8.2));
        item.expect("DEADLINE_NEAR")
                .firesAfter(item.at(HALF), "info", "0.5")
                .fires(item.at(MOST) + 1, item.at(HALF), "warning", "0.8")
                .ends(item.at(8.2));
    }

    static void reinstated(CaseScript item) {
        item.answer("ACCEPTED", 0.5).up(1, 2).removed(3.1, 4.2).up(8).removed(12, 13.2);
        item.expectProven("REINSTATEMENT")
                .fires(item.at(8), item.at(8), "critical", null)
                .ends(item.at(13.2));
    }

    static void neverObserved(CaseScript item) {
        item.answer("RECEIVED", 1);
        nearToTheEnd(item);
        overdue(item);
        secondNotice(item);
    }

    /** Indeterminate: last seen up before the deadline, down after it. */
    static void removedWhenNobodyLooked(CaseScript item) {
        item.answer("RECEIVED", 6).up(1, 9).removed(13, 14.2);
        item.expect("ACK_OVERDUE")
                .firesAfter(item.at(ACKNOWLEDGE), "warning", null)
                .ends(item.at(6));
        nearToTheEnd(item);
        overdue(item).ends(item.at(14.2));
    }

    /** Down since before the deadline, which is no reason for an alert. */
    static void confirmedAfterTheDeadline(CaseScript item) {
        item.answer("RECEIVED", 1).up(1.5, 5.5).removed(9.5, 11.5);
        nearToTheEnd(item);
    }

    static void downOnceAndUpAgain(CaseScript item) {
        item.answer("RECEIVED", 1).up(1.5, 5.5).down(9.5, "v-1").up(12);
        nearToTheEnd(item);
        breach(item, 12);
        secondNotice(item);
    }

    static void withdrawnInBreach(CaseScript item) {
        item.answer("OBJECTED", 1).up(2, 6, 12).request("WITHDRAWN", 15);
        nearToTheEnd(item);
        overdue(item).ends(item.at(12));
        breach(item, 12).ends(item.at(15));
    }

    static void withdrawnInTime(CaseScript item) {
        item.up(2).request("WITHDRAWN", 7);
        item.expect("ACK_OVERDUE")
                .firesAfter(item.at(ACKNOWLEDGE), "warning", null)
                .ends(item.at(7));
        near(item, 7);
    }

    /** The clock stands for 3, so that every mark comes that much later. */
    static void pausedAndBreached(CaseScript item) {
        item.answer("RECEIVED", 2).up(1).request("PAUSED", 3).request("RESUMED", 6);
        item.up(9, 15).removed(17, 18.2);
        item.expect("DEADLINE_NEAR")
                .firesAfter(item.at(HALF + 3), "info", "0.5")
                .fires(item.at(MOST + 3) + 1, item.at(HALF + 3), "warning", "0.8")
                .ends(item.at(DEADLINE + 3) + 1);
        item.expect("SLA_OVERDUE")
                .firesAfter(item.at(DEADLINE + 3), "warning", null)
                .ends(item.at(15));
        breach(item, 15).ends(item.at(18.2));
    }

    static void downBeforeItWasIssued(CaseScript item) {
        item.removed(-2, -0.9).up(20);
    }

    static void held(CaseScript item) {
        item.up(1).request("HELD", 2).up(12);
    }

    /** With the same start: the provider never ceased to be in breach (contract section 6, 17). */
    static void breachRemovedAndBack(CaseScript item) {
        item.answer("RECEIVED", 1).up(2, 12).removed(14, 15.2).up(18).removed(21, 22.2);
        nearToTheEnd(item);
        overdue(item).ends(item.at(12));
        breach(item, 12)
                .ends(item.at(15.2))
                .fires(item.at(18), item.at(12), "critical", null)
                .ends(item.at(22.2));
        item.expectProven("REINSTATEMENT")
                .fires(item.at(18), item.at(18), "critical", null)
                .ends(item.at(22.2));
    }

    /** The same content again, after it had been removed there. */
    static void requestedAgainAfterARemoval(CaseScript first, CaseScript second) {
        removedAtOnce(first);
        requestedAgain(second, "critical", "STRICT");
    }

    /** The same content again, while the first is still up. */
    static void requestedAgainWhileUp(CaseScript first, CaseScript second) {
        removedWhenNobodyLooked(first);
        requestedAgain(second, "warning", "LOOSE");
    }

    private static void requestedAgain(CaseScript item, String severity, String level) {
        removedInTime(item);
        item.expectProven("CONTENT_RECIDIVISM")
                .fires(item.at(0), item.at(0), severity, level)
                .ends(item.at(7.2));
    }
}
