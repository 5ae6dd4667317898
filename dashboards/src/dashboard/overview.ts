import type { Dashboard } from "@grafana/grafana-foundation-sdk/dashboard";
import { terms, time } from "../panel/bucket";
import { COUNT, min } from "../panel/metric";
import {
  ALERTS,
  CASES_BY_ISSUE,
  COVERAGE,
  PERIODS,
  POLICIES,
  STATES,
} from "../panel/source";
import { figures } from "../panel/stat";
import { rows } from "../panel/table";
import { documents } from "../panel/target";
import { CLOCK_STEPS, COLOR, COMPLIANCE_STEPS, MINIMUM_CASES } from "../panel/threshold";
import { lines, stackedBars } from "../panel/timeseries";
import { atLeast, only } from "../panel/transform";
import { UNIT } from "../panel/unit";
import { LABELS } from "../text/labels";
import type { Language } from "../text/language";
import { OVERVIEW as TEXT } from "../text/overview";
import { PHRASES } from "../text/phrases";
import { SECTIONS } from "../text/sections";
import {
  ADD_DUE,
  ADD_JUDGEMENT,
  cohortCurve,
  complianceField,
  countField,
  DUE,
  DUE_NAME,
  dueField,
  ENOUGH_CASES,
  JUDGEMENT_NAME,
  judgementField,
  maxColumn,
  NATIONAL,
  newestCohort,
  startField,
} from "./cohort";
import { board, context, outages, periodVariable, policyChanges } from "./context";
import {
  ADD_STANDING,
  complianceSeries,
  coverageCurve,
  EVER,
  head,
  overdueBands,
  removalBands,
  SPEED,
  speedFields,
  STANDING,
  standings,
  verdictsByIssue,
  backlogOf,
} from "./shared";

const COHORT = `${NATIONAL} AND period:$period`;

export function overview(language: Language): Dashboard {
  const c = context(language);
  const { say } = c;

  const now = figures({
    ...head(say, 2, TEXT.now),
    targets: standings(NATIONAL),
    lookBack: EVER,
    noValue: say(PHRASES.smallNumber),
    transformations: [...ADD_STANDING, ...only([STANDING, JUDGEMENT_NAME, "due_90d"])],
    fields: [
      complianceField(say, STANDING, LABELS.compliance90),
      judgementField(say),
      countField(say, "due_90d", LABELS.due90),
    ],
  });
  const cohort = figures({
    ...head(say, 3, TEXT.cohort),
    targets: [newestCohort(COHORT, ["compliance_low", "compliance_high", ...DUE])],
    noValue: say(PHRASES.smallNumber),
    transformations: [
      ADD_DUE,
      ADD_JUDGEMENT,
      atLeast(DUE_NAME, MINIMUM_CASES),
      ...only([
        "start",
        maxColumn("compliance_low"),
        maxColumn("compliance_high"),
        JUDGEMENT_NAME,
        DUE_NAME,
      ]),
    ],
    fields: [
      startField(say),
      complianceField(say, maxColumn("compliance_low"), LABELS.complianceLow),
      complianceField(say, maxColumn("compliance_high"), LABELS.complianceHigh),
      judgementField(say),
      dueField(say),
    ],
  });
  const backlog = backlogOf(say, head(say, 4, TEXT.backlog), NATIONAL);
  const speed = figures({
    ...head(say, 5, TEXT.speed),
    targets: [newestCohort(COHORT, [...SPEED.map(([field]) => field), "removed", "eligible"])],
    transformations: only([
      ...SPEED.map(([field]) => maxColumn(field)),
      maxColumn("removed"),
      maxColumn("eligible"),
    ]),
    fields: [
      ...speedFields(say),
      countField(say, maxColumn("removed"), LABELS.removed),
      countField(say, maxColumn("eligible"), LABELS.eligible),
    ],
  });
  const complianceCurve = lines({
    ...head(say, 8, TEXT.complianceCurve),
    unit: UNIT.share,
    max: 1,
    limits: COMPLIANCE_STEPS,
    targets: [
      cohortCurve(`${COHORT} AND ${ENOUGH_CASES}`, "compliance_low", say(LABELS.complianceLow)),
      cohortCurve(`${COHORT} AND ${ENOUGH_CASES}`, "compliance_high", say(LABELS.complianceHigh)),
      cohortCurve(COHORT, "eligible", say(LABELS.eligible)),
    ],
    fields: complianceSeries(say),
  });
  const speedCurve = lines({
    ...head(say, 9, TEXT.speedCurve),
    unit: UNIT.duration,
    limits: CLOCK_STEPS,
    targets: SPEED.map(([field, label]) =>
      cohortCurve(`${COHORT} AND ${ENOUGH_CASES}`, field, say(label)),
    ),
    fields: SPEED.map(([field, label]) => ({
      name: say(label),
      label: say(label),
      unit: UNIT.duration,
      decimals: 1,
      dashed: field.startsWith("ttr"),
    })),
  });
  const breachesByDay = stackedBars({
    ...head(say, 10, TEXT.breachesByDay),
    unit: UNIT.count,
    targets: [
      documents({
        source: ALERTS,
        query: "kind:SLA_BREACH",
        buckets: [time("starts_at", "1d", true)],
        metrics: [COUNT],
        name: say(TEXT.breachesByDay.title),
      }),
    ],
    fields: [
      {
        name: say(TEXT.breachesByDay.title),
        label: say(TEXT.breachesByDay.title),
        unit: UNIT.count,
        color: COLOR.bad,
      },
    ],
  });
  const policies = rows({
    ...head(say, 13, TEXT.policies),
    targets: [
      documents({
        source: CASES_BY_ISSUE,
        query: "*",
        buckets: [terms("policy_id"), terms("policy_version")],
        metrics: [COUNT, min("issued_at")],
      }),
    ],
    sortBy: say(LABELS.firstCase),
    descending: true,
    fields: [
      { name: "policy_id", label: say(LABELS.policy), unit: UNIT.text },
      { name: "policy_version", label: say(LABELS.policyVersion), unit: UNIT.count, width: 100 },
      { name: "Min", label: say(LABELS.firstCase), unit: UNIT.instant },
      countField(say, "Count", LABELS.cases),
    ],
  });

  return board(c, {
    name: "overview",
    sources: [STATES, PERIODS, CASES_BY_ISSUE, ALERTS, COVERAGE, POLICIES],
    variables: [periodVariable(c)],
    annotations: [outages(c), policyChanges(c)],
    from: "now-1y/d",
    sections: [
      {
        id: 1,
        title: say(SECTIONS.now),
        lines: [
          { height: 5, panels: [[7, now], [10, cohort], [7, backlog]] },
          { height: 5, panels: [[24, speed]] },
          {
            height: 8,
            panels: [
              [12, removalBands(say, head(say, 6, TEXT.bands), COHORT)],
              [12, overdueBands(say, head(say, 7, TEXT.overdueBands), NATIONAL)],
            ],
          },
        ],
      },
      {
        id: 14,
        title: say(SECTIONS.history),
        lines: [
          { height: 9, panels: [[12, complianceCurve], [12, speedCurve]] },
          {
            height: 8,
            panels: [
              [12, breachesByDay],
              [12, verdictsByIssue(say, head(say, 11, TEXT.verdicts), "*")],
            ],
          },
          {
            height: 8,
            panels: [
              [14, coverageCurve(say, head(say, 12, TEXT.coverage), "*", "1d")],
              [10, policies],
            ],
          },
        ],
      },
    ],
  });
}
