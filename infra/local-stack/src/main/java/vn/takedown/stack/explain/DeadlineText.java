package vn.takedown.stack.explain;

import vn.takedown.model.cases.DeadlineAccount;
import vn.takedown.model.explanation.Explanation;

/** How the deadline comes about. */
final class DeadlineText {

    private final Wording wording;
    private final Page page;

    DeadlineText(Wording wording, Page page) {
        this.wording = wording;
        this.page = page;
    }

    void write(Explanation explanation) {
        page.heading(wording.say("deadline.heading"));
        page.line(2, wording.say("deadline.rule"));
        DeadlineAccount deadline = explanation.deadline();
        if (deadline == null) {
            page.item(2, wording.say("deadline.not_started"));
            return;
        }
        page.item(
                2,
                wording.say(
                        "deadline.start." + explanation.terms().clockStart(),
                        wording.instant(deadline.start())));
        page.item(2, wording.say("deadline.duration", wording.duration(deadline.duration())));
        for (DeadlineAccount.Stop stop : deadline.stops()) {
            page.item(
                    2,
                    wording.say(
                            stop.added() > 0 ? "deadline.stop" : "deadline.stop.nothing",
                            wording.instant(stop.from()),
                            wording.instant(stop.to()),
                            wording.duration(stop.added())));
        }
        if (deadline.dueAt() == null) {
            page.item(2, wording.say("deadline.open", wording.instant(deadline.stoppedSince())));
            return;
        }
        if (deadline.stoppedSince() != null) {
            page.item(
                    2,
                    wording.say("deadline.open.nothing", wording.instant(deadline.stoppedSince())));
        }
        page.item(2, wording.say("deadline.due", wording.instant(deadline.dueAt())));
    }
}
