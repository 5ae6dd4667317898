package vn.takedown.model.explanation;

import java.util.List;
import vn.takedown.model.cases.CaseFigures;
import vn.takedown.model.cases.DeadlineAccount;
import vn.takedown.model.cases.PolicyTerms;
import vn.takedown.model.event.RequestIssued;

/**
 * Everything that made a case what it is at {@code T}.
 *
 * @param issued the event that opened the case
 * @param deadline null while the clock has not started
 * @param history in the order in which the events were applied, deadlines between them
 * @param cutOff {@code T}, milliseconds since the epoch
 * @param later events after {@code T}, which are not part of it yet
 */
public record Explanation(
        RequestIssued issued,
        PolicyTerms terms,
        DeadlineAccount deadline,
        List<HistoryLine> history,
        CaseFigures figures,
        List<Proof> proofs,
        long cutOff,
        int later) {

    public Explanation {
        history = List.copyOf(history);
        proofs = List.copyOf(proofs);
    }
}
