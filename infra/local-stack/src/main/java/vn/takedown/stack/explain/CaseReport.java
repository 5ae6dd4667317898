package vn.takedown.stack.explain;

import java.util.List;
import vn.takedown.model.explanation.Explanation;

/** The text that tells a case. It names no target: it is handed to providers. */
public final class CaseReport {

    private final String caseId;
    private final CaseFindings findings;

    CaseReport(String caseId, CaseFindings findings) {
        this.caseId = caseId;
        this.findings = findings;
    }

    /** Whether the events give the published transitions; true also when there is no comparison. */
    public boolean isConsistent() {
        Agreement agreement = findings.agreement();
        return agreement == null || agreement.holds();
    }

    /**
     * The lines of the text.
     *
     * @param all whether observations that change nothing are listed one by one
     */
    public List<String> lines(Language language, boolean all) {
        Wording wording = new Wording(language);
        Page page = new Page();
        page.line(0, wording.say("title", caseId));
        Recomputation recomputed = findings.recomputed();
        Explanation explanation = recomputed == null ? null : recomputed.explanation();
        new HeadText(wording, page)
                .write(
                        findings.document(),
                        explanation == null ? null : explanation.terms(),
                        findings.cutOff());
        SourceText source = new SourceText(wording, page);
        source.write(findings);
        if (explanation == null) {
            new LogText(wording, page).write(findings.published().transitions());
        } else {
            new DeadlineText(wording, page).write(explanation);
            new HistoryText(wording, page, explanation).write(all);
        }
        new FiguresText(wording, page).write(findings.document());
        if (explanation != null) {
            new ProofText(wording, page).write(explanation);
        }
        source.writeDifferences(findings);
        return page.lines();
    }
}
