package vn.takedown.compliance.recidivism;

import vn.takedown.compliance.document.CaseDocument;

/**
 * By what a document that only tells of further observations differs from the one before: a tenth
 * of its size, and most documents are such.
 *
 * @param lastUpAt milliseconds since the epoch; null when never seen up
 * @param removalLow milliseconds; null when not known
 * @param updatedAt milliseconds since the epoch
 */
public record DocumentRefresh(
        Long lastUpAt,
        Long removalLow,
        int observations,
        boolean restated,
        long sequence,
        long updatedAt) {

    static DocumentRefresh of(CaseDocument document) {
        return new DocumentRefresh(
                document.lastUpAt(),
                document.removalLow(),
                document.observations(),
                document.restated(),
                document.sequence(),
                document.updatedAt());
    }

    /** The newer document, as far as this is all that is new of it. */
    CaseDocument applyTo(CaseDocument earlier) {
        return earlier.refreshed(lastUpAt, removalLow, observations, restated, sequence, updatedAt);
    }
}
