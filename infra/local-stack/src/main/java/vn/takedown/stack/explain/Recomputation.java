package vn.takedown.stack.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.takedown.compliance.document.CaseDocument;
import vn.takedown.compliance.document.CaseTransition;
import vn.takedown.compliance.document.DocumentWriter;
import vn.takedown.model.cases.CaseChange;
import vn.takedown.model.cases.Cause;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.explanation.CaseExplainer;
import vn.takedown.model.explanation.Explanation;

/**
 * A case computed anew from its events, in the documents that the job would publish.
 *
 * @param document as of {@code T}, without recidivism, which rests on other cases
 * @param transitions in order
 */
record Recomputation(Explanation explanation, JsonNode document, List<JsonNode> transitions) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * Empty when the events do not open the case.
     *
     * @param cutOff {@code T}, milliseconds since the epoch
     */
    static Optional<Recomputation> of(String caseId, CaseRecords records, long cutOff) {
        Documents documents = new Documents(records);
        return new CaseExplainer(records.reference(), documents::add)
                .explain(caseId, records.events(), cutOff)
                .map(
                        explanation ->
                                new Recomputation(
                                        explanation, documents.newest, documents.transitions));
    }

    private static final class Documents {
        private final CaseRecords records;
        private final List<JsonNode> transitions = new ArrayList<>();
        private JsonNode newest;

        Documents(CaseRecords records) {
            this.records = records;
        }

        void add(RequestIssued issued, CaseChange change) {
            if (change.cause() != Cause.REFRESH) {
                transitions.add(
                        json(DocumentWriter.write(CaseTransition.of(change, issued.providerId()))));
            }
            newest =
                    json(
                            DocumentWriter.write(
                                    CaseDocument.of(
                                            change,
                                            issued.providerId(),
                                            issued.targetKey(),
                                            records.reference().provider(issued.providerId()))));
        }
    }

    private static JsonNode json(byte[] document) {
        try {
            return MAPPER.readTree(document);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
