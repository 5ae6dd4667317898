package vn.takedown.stack.explain;

import vn.takedown.model.explanation.Explanation;
import vn.takedown.model.explanation.Proof;

/** The events on which the figures rest, by their ids. */
final class ProofText {

    private final Wording wording;
    private final Page page;

    ProofText(Wording wording, Page page) {
        this.wording = wording;
        this.page = page;
    }

    void write(Explanation explanation) {
        page.heading(wording.say("proof.heading"));
        for (Proof proof : explanation.proofs()) {
            page.item(
                    2,
                    wording.say(
                            "proof." + proof.figure(),
                            proof.eventId(),
                            wording.instant(proof.at())));
        }
        if (explanation.proofs().isEmpty()) {
            page.item(2, wording.say("none"));
        }
    }
}
