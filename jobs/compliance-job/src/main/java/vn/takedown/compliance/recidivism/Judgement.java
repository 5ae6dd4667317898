package vn.takedown.compliance.recidivism;

import vn.takedown.model.cohort.Recidivism;

/** What a case was judged to be, for the first time or otherwise than before. */
public record Judgement(String caseId, Recidivism recidivism) {}
