package vn.takedown.stack.explain;

import vn.takedown.model.cases.CaseFigures;
import vn.takedown.model.cases.Verdict;

/** A verdict, and the line of the contract that decides it. */
final class VerdictText {

    private VerdictText() {}

    /**
     * @param exclusion null unless the verdict is {@code EXCLUDED}
     */
    static String of(Wording wording, String verdict, String exclusion) {
        return exclusion == null
                ? wording.name("verdict", verdict)
                : wording.say(
                        "verdict.excluded",
                        wording.name("verdict", verdict),
                        wording.name("exclusion", exclusion));
    }

    static String of(Wording wording, CaseFigures figures) {
        return of(
                wording,
                figures.verdict().name(),
                figures.exclusionReason() == null ? null : figures.exclusionReason().name());
    }

    /** The sentence of contract section 3. */
    static String rule(Wording wording, String verdict, String exclusion) {
        return wording.say(
                "rule." + (Verdict.EXCLUDED.name().equals(verdict) ? exclusion : verdict));
    }

    static String rule(Wording wording, CaseFigures figures) {
        return rule(
                wording,
                figures.verdict().name(),
                figures.exclusionReason() == null ? null : figures.exclusionReason().name());
    }
}
