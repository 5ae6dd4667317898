package vn.takedown.compliance.recidivism;

import vn.takedown.compliance.document.CaseDocument;
import vn.takedown.model.cohort.ContentHistory;
import vn.takedown.model.cohort.Recidivism;

/**
 * What is remembered of one case of a content.
 *
 * @param issuedAt milliseconds since the epoch
 * @param confirmedDownAt milliseconds since the epoch; null while not confirmed down
 * @param recidivism null until it has been judged
 * @param rejudged how often it has been judged anew
 */
public record ContentCase(
        long issuedAt, Long confirmedDownAt, Recidivism recidivism, int priorCases, int rejudged) {

    /**
     * @param known what was known of the case before; null when nothing
     */
    static ContentCase of(CaseDocument document, ContentCase known) {
        return new ContentCase(
                document.issuedAt(),
                document.confirmedDownAt(),
                known == null ? null : known.recidivism(),
                known == null ? 0 : known.priorCases(),
                known == null ? 0 : known.rejudged());
    }

    /** Only of a case that has been judged. */
    ContentHistory.Answer answer() {
        return new ContentHistory.Answer(recidivism, priorCases);
    }

    /** This case with an answer; itself when it is the one it has. */
    ContentCase judged(ContentHistory.Answer answer) {
        if (recidivism == null) {
            return new ContentCase(
                    issuedAt, confirmedDownAt, answer.recidivism(), answer.priorCases(), 0);
        }
        if (answer.equals(answer())) {
            return this;
        }
        return new ContentCase(
                issuedAt, confirmedDownAt, answer.recidivism(), answer.priorCases(), rejudged + 1);
    }
}
