package vn.takedown.compliance.alerting;

import vn.takedown.compliance.recidivism.Judgement;
import vn.takedown.model.cases.CaseSituation;
import vn.takedown.model.cohort.Recidivism;

/**
 * Something new of a case: either how it stands or how its content was judged.
 *
 * @param situation null when it is a judgement
 * @param recidivism null when it is a situation
 */
public record CaseNews(String caseId, CaseSituation situation, Recidivism recidivism) {

    static CaseNews of(CaseSituation situation) {
        return new CaseNews(situation.caseId(), situation, null);
    }

    static CaseNews of(Judgement judgement) {
        return new CaseNews(judgement.caseId(), null, judgement.recidivism());
    }
}
