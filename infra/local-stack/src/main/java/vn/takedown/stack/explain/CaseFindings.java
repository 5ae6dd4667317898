package vn.takedown.stack.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What could be found out about a case; at least one of the first two is there.
 *
 * @param published null when no cluster was asked
 * @param recomputed null when the events are not at hand
 * @param missing why the events are not at hand; null when they are
 */
record CaseFindings(PublishedCase published, Recomputation recomputed, Missing missing) {

    /** Why a case could not be computed anew. */
    enum Missing {
        NO_BROKER_GIVEN,
        BROKER_DOES_NOT_ANSWER,
        EVENTS_GONE
    }

    /** Null unless both are there. */
    Agreement agreement() {
        return published == null || recomputed == null
                ? null
                : Agreement.of(published.transitions(), recomputed.transitions());
    }

    /** The case document; what rests on other cases is taken from the published one. */
    JsonNode document() {
        if (recomputed == null) {
            return published.document();
        }
        ObjectNode document = recomputed.document().deepCopy();
        if (published != null) {
            document.set("recidivism", published.document().path("recidivism"));
            document.set("prior_cases", published.document().path("prior_cases"));
        }
        return document;
    }

    /** {@code T}, milliseconds since the epoch. */
    long cutOff() {
        return recomputed == null ? published.cutOff() : recomputed.explanation().cutOff();
    }
}
