package vn.takedown.stack.explain;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.explain.CaseFindings.Missing;
import vn.takedown.stack.replay.InputFolder;

/** Finds a case where it can be found. */
public final class CaseInquiry {

    private final String caseId;

    public CaseInquiry(String caseId) {
        this.caseId = caseId;
    }

    /**
     * Asks a replay folder, without any server.
     *
     * @throws StackFailure when the folder does not hold the case
     * @throws IOException when a file cannot be read
     */
    public CaseReport inFolder(InputFolder folder) throws IOException {
        CaseRecords records = FolderEvents.of(caseId, folder);
        Recomputation recomputed =
                Recomputation.of(caseId, records, records.latest())
                        .orElseThrow(
                                () ->
                                        new StackFailure(
                                                "No valid ISSUED event of case "
                                                        + caseId
                                                        + " is in that folder. A case is named"
                                                        + " request_id/item_id."));
        return new CaseReport(caseId, new CaseFindings(null, recomputed, null));
    }

    /**
     * Asks a running cluster.
     *
     * @param kafka {@code host:port}; null when there is no broker to ask
     * @throws StackFailure when Elasticsearch does not answer or does not know the case
     */
    public CaseReport inCluster(URI elasticsearch, String kafka) {
        PublishedCases cases = new PublishedCases(elasticsearch);
        try {
            PublishedCase published =
                    cases.find(caseId)
                            .orElseThrow(
                                    () ->
                                            new StackFailure(
                                                    "Elasticsearch at "
                                                            + elasticsearch
                                                            + " knows no case "
                                                            + caseId
                                                            + ". A case is named"
                                                            + " request_id/item_id; has the job"
                                                            + " come to its ISSUED event?"));
            return new CaseReport(caseId, withEvents(published, cases, kafka));
        } catch (IOException e) {
            throw new StackFailure(
                    "Elasticsearch at "
                            + elasticsearch
                            + " does not answer ("
                            + e
                            + "). Check the address, or start a stack with 'infra/takedown up'.",
                    e);
        }
    }

    private CaseFindings withEvents(PublishedCase published, PublishedCases cases, String kafka)
            throws IOException {
        if (kafka == null) {
            return new CaseFindings(published, null, Missing.NO_BROKER_GIVEN);
        }
        RecordCollector collector;
        try {
            collector = new TopicEvents(kafka).read(caseId);
        } catch (KafkaException e) {
            return new CaseFindings(published, null, Missing.BROKER_DOES_NOT_ANSWER);
        }
        CaseRecords records = collector.records(cases.tooLate(collector.ids()));
        Optional<Recomputation> recomputed = Recomputation.of(caseId, records, published.cutOff());
        return recomputed
                .map(found -> new CaseFindings(published, found, null))
                .orElse(new CaseFindings(published, null, Missing.EVENTS_GONE));
    }
}
