package vn.takedown.compliance.document;

import java.io.Serializable;
import vn.takedown.compliance.sink.elasticsearch.BulkEntry;
import vn.takedown.compliance.sink.elasticsearch.DocumentAlias;
import vn.takedown.model.alerting.Alert;

/**
 * Documents as entries of the Elasticsearch sink. Their version is {@code generation·2^40 +
 * sequence}: comparable across replays, restores and restatements, and never a Kafka offset. That
 * of a case document is {@code generation·2^40 + sequence·16 + rejudged}, since late events may
 * change how its content is judged without changing the case itself.
 */
public final class DocumentEntries implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SEQUENCE_BITS = 40;

    /** With a greater one versions would overflow and turn negative. */
    public static final int GREATEST_GENERATION = (1 << (Long.SIZE - 1 - SEQUENCE_BITS)) - 1;

    private static final int JUDGEMENTS = 16;

    private final long base;

    /**
     * @param generation raised to overwrite what an earlier run has written
     */
    public DocumentEntries(int generation) {
        base = (long) generation << SEQUENCE_BITS;
    }

    public BulkEntry of(CaseDocument document) {
        return new BulkEntry(
                DocumentAlias.CASES.alias(),
                document.caseId(),
                base
                        + document.sequence() * JUDGEMENTS
                        + Math.min(document.rejudged(), JUDGEMENTS - 1),
                DocumentWriter.write(document));
    }

    public BulkEntry of(CaseTransition transition) {
        return new BulkEntry(
                DocumentAlias.TRANSITIONS.alias(),
                transition.id(),
                base + transition.sequence(),
                DocumentWriter.write(transition));
    }

    public BulkEntry of(PeriodDocument document) {
        return new BulkEntry(
                DocumentAlias.PROVIDER_PERIODS.alias(),
                document.id(),
                base + document.revision(),
                DocumentWriter.write(document));
    }

    public BulkEntry of(CoverageDocument document) {
        return new BulkEntry(
                DocumentAlias.COVERAGE.alias(),
                document.id(),
                base + document.coverage().revision(),
                DocumentWriter.write(document));
    }

    public BulkEntry of(Alert alert) {
        return new BulkEntry(
                DocumentAlias.ALERTS.alias(),
                alert.key(),
                base + alert.revision(),
                DocumentWriter.write(alert));
    }

    public BulkEntry of(ProviderStateDocument document) {
        return new BulkEntry(
                DocumentAlias.PROVIDER_STATES.alias(),
                document.id(),
                base + document.revision(),
                DocumentWriter.write(document));
    }

    public BulkEntry of(PolicyDocument document) {
        return new BulkEntry(
                DocumentAlias.POLICIES.alias(),
                document.id(),
                base + document.offset(),
                DocumentWriter.write(document));
    }

    public BulkEntry of(DeadLetter letter) {
        return new BulkEntry(
                DocumentAlias.DEAD_LETTERS.alias(),
                letter.id(),
                base,
                DocumentWriter.write(letter));
    }
}
