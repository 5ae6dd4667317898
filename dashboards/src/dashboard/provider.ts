import type { Dashboard } from "@grafana/grafana-foundation-sdk/dashboard";
import { burnWords, absent } from "../panel/mapping";
import {
  CASES_BY_DEADLINE,
  CASES_BY_FALSE_CLAIM,
  CASES_BY_ISSUE,
  PERIODS,
  POLICIES,
  STATES,
  ALERTS,
  TRANSITIONS,
} from "../panel/source";
import { figures } from "../panel/stat";
import { BURN_STEPS, CLOCK_STEPS, COLOR, COMPLIANCE_STEPS } from "../panel/threshold";
import { lines } from "../panel/timeseries";
import { copyOf, only } from "../panel/transform";
import { UNIT } from "../panel/unit";
import { LABELS } from "../text/labels";
import type { Language, Text } from "../text/language";
import { PHRASES } from "../text/phrases";
import { PROVIDER as TEXT } from "../text/provider";
import { SECTIONS } from "../text/sections";
import { caseList, deadlineFields, OVERDUE } from "./caselist";
import {
  cohortCurve,
  complianceField,
  countField,
  ENOUGH_CASES,
  JUDGEMENT_NAME,
  judgementField,
} from "./cohort";
import {
  board,
  clockMoves,
  context,
  outages,
  periodVariable,
  policyChanges,
  providerVariable,
} from "./context";
import {
  ADD_STANDING,
  complianceSeries,
  EVER,
  head,
  overdueBands,
  removalBands,
  STANDING,
  standings,
  states,
  verdictsByIssue,
  backlogOf,
} from "./shared";

const ONE = "provider_id:$provider";
const COHORT = `${ONE} AND period:$period`;

export function provider(language: Language): Dashboard {
  const c = context(language);
  const { say } = c;

  const standing = figures({
    ...head(say, 2, TEXT.standing),
    targets: standings(ONE),
    lookBack: EVER,
    transformations: [
      ...ADD_STANDING,
      ...only([STANDING, JUDGEMENT_NAME, "due_90d", "league_position", "league_size"]),
    ],
    fields: [
      complianceField(say, STANDING, LABELS.compliance90),
      judgementField(say),
      countField(say, "due_90d", LABELS.due90),
      {
        ...countField(say, "league_position", LABELS.position),
        mappings: absent(say, PHRASES.noFigure),
      },
      countField(say, "league_size", LABELS.leagueSize),
    ],
  });
  const burns = [
    ["burn_1d", LABELS.burn1d],
    ["burn_3d", LABELS.burn3d],
    ["burn_28d", LABELS.burn28d],
  ] as const;
  const budget = figures({
    ...head(say, 3, TEXT.budget),
    targets: [states(ONE)],
    lookBack: EVER,
    transformations: [
      copyOf("budget", "burn_28d"),
      ...only([...burns.map(([field]) => field), "budget", "due_28d"]),
    ],
    fields: [
      ...burns.map(([name, label]) => ({
        name,
        label: say(label),
        unit: UNIT.count,
        decimals: 2,
        thresholds: BURN_STEPS,
        noValue: say(PHRASES.tooFew),
      })),
      {
        name: "budget",
        label: say(LABELS.budget),
        unit: UNIT.count,
        mappings: burnWords(say),
        thresholds: BURN_STEPS,
      },
      countField(say, "due_28d", LABELS.due28),
    ],
  });
  const backlog = backlogOf(say, head(say, 4, TEXT.backlog), ONE);
  const complianceCurve = lines({
    ...head(say, 5, TEXT.complianceCurve),
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
  const clocks = [
    ["tta_ms_p50", LABELS.ackMedian],
    ["ttr_ms_p50", LABELS.removalMedian],
    ["km_median_ms", LABELS.kmMedian],
    ["km_p90_ms", LABELS.kmP90],
  ] as const;
  const clock = lines({
    ...head(say, 6, TEXT.clock),
    unit: UNIT.duration,
    limits: CLOCK_STEPS,
    targets: clocks.map(([field, label]) =>
      cohortCurve(`${COHORT} AND ${ENOUGH_CASES}`, field, say(label)),
    ),
    fields: clocks.map(([, label]) => ({
      name: say(label),
      label: say(label),
      unit: UNIT.duration,
      decimals: 1,
    })),
  });
  const counts = (
    id: number,
    text: (typeof TEXT)["claims"] | (typeof TEXT)["recidivism"],
    figuresOf: readonly (readonly [field: string, label: Text, color: string])[],
  ) =>
    lines({
      ...head(say, id, text),
      unit: UNIT.count,
      targets: figuresOf.map(([field, label]) => cohortCurve(COHORT, field, say(label))),
      fields: figuresOf.map(([, label, color], index) => ({
        name: say(label),
        label: say(label),
        unit: UNIT.count,
        color,
        dashed: index === 0,
      })),
    });

  return board(c, {
    name: "provider",
    sources: [
      STATES,
      PERIODS,
      CASES_BY_ISSUE,
      CASES_BY_DEADLINE,
      CASES_BY_FALSE_CLAIM,
      ALERTS,
      TRANSITIONS,
      POLICIES,
    ],
    variables: [
      providerVariable(c, PERIODS, "period:DAY AND NOT provider_id:_all"),
      periodVariable(c),
    ],
    annotations: [
      outages(c, `kind:MONITOR_BLIND AND (provider_id:_all OR ${ONE})`),
      clockMoves(c, `${ONE} AND cause:(PAUSED OR RESUMED OR HELD OR RELEASED)`),
      policyChanges(c),
    ],
    from: "now-1y/d",
    sections: [
      {
        id: 1,
        title: say(SECTIONS.now),
        lines: [
          { height: 5, panels: [[9, standing], [8, budget], [7, backlog]] },
          {
            height: 8,
            panels: [
              [12, removalBands(say, head(say, 8, TEXT.bands), COHORT)],
              [12, overdueBands(say, head(say, 9, TEXT.overdueBands), ONE)],
            ],
          },
        ],
      },
      {
        id: 15,
        title: say(SECTIONS.open),
        lines: [
          {
            height: 8,
            panels: [
              [
                24,
                caseList(say, {
                  ...head(say, 10, TEXT.openCases),
                  source: CASES_BY_DEADLINE,
                  query: `${ONE} AND ${OVERDUE}`,
                  by: "due_at",
                  size: 200,
                  lookBack: EVER,
                  fields: deadlineFields(say),
                }),
              ],
            ],
          },
          {
            height: 7,
            panels: [
              [
                24,
                caseList(say, {
                  ...head(say, 11, TEXT.pendingCases),
                  source: CASES_BY_ISSUE,
                  query: `${ONE} AND verdict:PENDING`,
                  by: "due_at",
                  size: 200,
                  lookBack: EVER,
                  fields: [{ name: "Min", label: say(LABELS.dueAt), unit: UNIT.instant }],
                }),
              ],
            ],
          },
        ],
      },
      {
        id: 16,
        title: say(SECTIONS.history),
        lines: [
          { height: 9, panels: [[12, complianceCurve], [12, clock]] },
          {
            height: 8,
            panels: [[24, verdictsByIssue(say, head(say, 7, TEXT.verdicts), ONE)]],
          },
        ],
      },
      {
        id: 17,
        title: say(SECTIONS.claims),
        lines: [
          {
            height: 9,
            panels: [
              [
                12,
                counts(12, TEXT.claims, [
                  ["issued", LABELS.issued, COLOR.muted],
                  ["acknowledged", LABELS.acknowledged, COLOR.neutral],
                  ["claimed", LABELS.claimed, "purple"],
                  ["removed", LABELS.removed, COLOR.good],
                  ["false_claims", LABELS.falseClaims, COLOR.bad],
                ]),
              ],
              [
                12,
                counts(14, TEXT.recidivism, [
                  ["issued", LABELS.issued, COLOR.muted],
                  ["recidivism_strict", LABELS.strict, COLOR.bad],
                  ["recidivism_loose", LABELS.loose, "orange"],
                  ["reinstated", LABELS.reinstated, "purple"],
                ]),
              ],
            ],
          },
          {
            height: 8,
            panels: [
              [
                24,
                caseList(say, {
                  ...head(say, 13, TEXT.falseClaims),
                  source: CASES_BY_FALSE_CLAIM,
                  query: `${ONE} AND false_claim:true`,
                  by: "false_claim_at",
                  latestFirst: true,
                  size: 100,
                  fields: [
                    { name: "Min", label: say(LABELS.issuedAt), unit: UNIT.instant },
                    { name: "Max", label: say(LABELS.falseClaimAt), unit: UNIT.instant },
                  ],
                }),
              ],
            ],
          },
        ],
      },
    ],
  });
}
