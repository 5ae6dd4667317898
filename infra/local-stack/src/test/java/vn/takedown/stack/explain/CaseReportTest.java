package vn.takedown.stack.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.takedown.stack.explain.CaseFindings.Missing;
import vn.takedown.stack.replay.InputFolder;

/** What is said about the published log, with a log made from the events themselves. */
class CaseReportTest {

    private static final String BREACH = "2026-0002/1";

    private Recomputation recomputed;

    @BeforeEach
    void computeABreach() throws IOException {
        CaseRecords records =
                FolderEvents.of(BREACH, InputFolder.open(ExplainDocumentsTest.EXAMPLES));
        recomputed = Recomputation.of(BREACH, records, records.latest()).orElseThrow();
    }

    @Test
    void equalTransitionsAgreeWhateverTheirSequenceNumbers() {
        List<JsonNode> published = new ArrayList<>();
        for (JsonNode transition : recomputed.transitions()) {
            ObjectNode copy = transition.deepCopy();
            published.add(copy.put("sequence", 40 + published.size() * 3));
        }
        CaseReport report = report(published);

        assertThat(report.isConsistent()).isTrue();
        assertThat(text(report)).contains("the 6 transitions agree with the 6 published ones");
    }

    @Test
    void aTransitionThatWasNotPublishedIsADifference() {
        List<JsonNode> published = new ArrayList<>(recomputed.transitions());
        published.remove(3);
        CaseReport report = report(published);

        assertThat(report.isConsistent()).isFalse();
        assertThat(text(report))
                .contains("DO NOT AGREE")
                .contains("WHAT DIFFERS\n  Published: nothing.\n  From the events:");
    }

    @Test
    void anotherVerdictIsADifference() {
        List<JsonNode> published = new ArrayList<>(recomputed.transitions());
        ObjectNode wrong = published.get(3).deepCopy();
        published.set(3, wrong.put("verdict_after", "UNOBSERVED"));

        assertThat(report(published).isConsistent()).isFalse();
    }

    @Test
    void aRestatementIsShownWithItsOldAndNewValueAndOnlyTheEndsAreCompared() {
        List<JsonNode> published = new ArrayList<>(recomputed.transitions());
        ObjectNode restatement = published.get(published.size() - 1).deepCopy();
        restatement.put("restated", true).put("cause", "RESTATEMENT");
        restatement.put("verdict_before", "INDETERMINATE").put("verdict_after", "BREACH");
        published.add(restatement);
        CaseReport report = report(published);

        assertThat(report.isConsistent()).isTrue();
        assertThat(text(report))
                .contains("1 of them restatements")
                .contains("RESTATED: an event came late")
                .contains("INDETERMINATE (nobody knows) -> BREACH (deadline broken)");
    }

    @Test
    void withoutEventsTheLogAloneIsTold() {
        CaseReport report =
                new CaseReport(
                        BREACH,
                        new CaseFindings(
                                published(recomputed.transitions()), null, Missing.EVENTS_GONE));

        assertThat(report.isConsistent()).isTrue();
        assertThat(text(report))
                .contains("Told from the published transition log alone")
                .contains("Kafka does not hold the ISSUED")
                .contains("OBSERVATION, event obs-0023")
                .contains("OVERDUE (deadline passed, no removal seen) -> BREACH (deadline broken)")
                .contains("last_up_at: 2026-03-03T22:00:00.000Z -> 2026-03-04T03:15:30.000Z");
        assertThat(report.lines(Language.VI, true)).contains("NHẬT KÝ CHUYỂN ĐỔI ĐÃ CÔNG BỐ");
    }

    private CaseReport report(List<JsonNode> transitions) {
        return new CaseReport(BREACH, new CaseFindings(published(transitions), recomputed, null));
    }

    private PublishedCase published(List<JsonNode> transitions) {
        return new PublishedCase(
                recomputed.document(), transitions, recomputed.explanation().cutOff());
    }

    private static String text(CaseReport report) {
        return String.join("\n", report.lines(Language.EN, false)).replaceAll("\n {4,}", " ");
    }
}
