import type { Dashboard } from "@grafana/grafana-foundation-sdk/dashboard";
import { terms, time } from "../panel/bucket";
import { absent, burnWords, words } from "../panel/mapping";
import { max } from "../panel/metric";
import { PERIODS, POLICIES, STATES } from "../panel/source";
import { rows } from "../panel/table";
import { documents, type TargetShape } from "../panel/target";
import { BURN_STEPS, COMPLIANCE_STEPS } from "../panel/threshold";
import { lines } from "../panel/timeseries";
import { copyOf } from "../panel/transform";
import { UNIT } from "../panel/unit";
import { JURISDICTIONS, PROVIDER_TYPES, VERDICTS } from "../text/codes";
import { LABELS } from "../text/labels";
import type { Language } from "../text/language";
import { LEAGUE as TEXT } from "../text/league";
import { PHRASES } from "../text/phrases";
import { SECTIONS } from "../text/sections";
import {
  ADD_DUE,
  ADD_JUDGEMENT,
  complianceField,
  countField,
  DUE,
  dueField,
  durationField,
  ENOUGH_CASES,
  judgementField,
  maxColumn,
  maxima,
  PROVIDERS,
  startField,
} from "./cohort";
import { board, context, periodVariable, policyChanges, linkedProvider } from "./context";
import { ADD_STANDING, EVER, head, STANDING, standings } from "./shared";

const COHORTS = `${PROVIDERS} AND period:$period`;

function byPeriod(query: string, fields: readonly string[]): TargetShape {
  return documents({
    source: PERIODS,
    query,
    buckets: [terms("start", { orderBy: "_key" }), terms("provider_id", { orderBy: "_key" })],
    metrics: maxima(fields),
  });
}

export function league(language: Language): Dashboard {
  const c = context(language);
  const { say } = c;
  const provider = linkedProvider(c, ["period"]);

  const ranking = rows({
    ...head(say, 2, TEXT.ranking),
    targets: standings(PROVIDERS),
    lookBack: EVER,
    transformations: [...ADD_STANDING, copyOf("budget", "burn_28d")],
    // Not by position: Grafana puts rows without one first.
    sortBy: say(LABELS.compliance90),
    descending: true,
    fields: [
      {
        name: "league_position",
        label: say(LABELS.position),
        unit: UNIT.count,
        width: 70,
        mappings: absent(say, PHRASES.noFigure),
      },
      provider,
      { name: "provider_name", label: say(LABELS.provider), unit: UNIT.text },
      {
        name: "provider_type",
        label: say(LABELS.providerType),
        unit: UNIT.text,
        mappings: words(say, PROVIDER_TYPES),
      },
      {
        name: "jurisdiction",
        label: say(LABELS.jurisdiction),
        unit: UNIT.text,
        mappings: words(say, JURISDICTIONS),
      },
      complianceField(say, STANDING, LABELS.compliance90),
      judgementField(say),
      countField(say, "due_90d", LABELS.due90),
      {
        name: "burn_28d",
        label: say(LABELS.burn28d),
        unit: UNIT.count,
        decimals: 2,
        thresholds: BURN_STEPS,
        noValue: say(PHRASES.tooFew),
      },
      {
        name: "budget",
        label: say(LABELS.budget),
        unit: UNIT.count,
        mappings: burnWords(say),
        thresholds: BURN_STEPS,
      },
      countField(say, "overdue_cases", LABELS.overdueCases),
      durationField(say, "oldest_overdue_ms", LABELS.oldestOverdue, PHRASES.noFigure),
      countField(say, "strike_level", LABELS.strikeLevel),
    ],
  });
  const cohorts = rows({
    ...head(say, 3, TEXT.cohorts),
    targets: [
      byPeriod(`${COHORTS} AND ${ENOUGH_CASES}`, [
        "compliance_low",
        "compliance_high",
        "km_median_ms",
        "km_p90_ms",
        ...DUE,
        "pending",
      ]),
    ],
    transformations: [ADD_DUE, ADD_JUDGEMENT],
    sortBy: say(LABELS.complianceLow),
    fields: [
      startField(say),
      provider,
      complianceField(say, maxColumn("compliance_low"), LABELS.complianceLow),
      complianceField(say, maxColumn("compliance_high"), LABELS.complianceHigh),
      judgementField(say),
      dueField(say),
      countField(say, maxColumn("pending"), VERDICTS.PENDING),
      durationField(say, maxColumn("km_median_ms"), LABELS.kmMedian, PHRASES.notReached),
      durationField(say, maxColumn("km_p90_ms"), LABELS.kmP90, PHRASES.notReached),
    ],
  });
  const few = rows({
    ...head(say, 4, TEXT.few),
    targets: [byPeriod(`${COHORTS} AND NOT ${ENOUGH_CASES}`, [...DUE, "pending"])],
    transformations: [ADD_DUE],
    sortBy: say(LABELS.due),
    descending: true,
    fields: [
      startField(say),
      provider,
      dueField(say),
      ...[...DUE, "pending"].map((field) =>
        countField(say, maxColumn(field), VERDICTS[field.toUpperCase() as keyof typeof VERDICTS]),
      ),
    ],
  });
  const curve = lines({
    ...head(say, 5, TEXT.curve),
    unit: UNIT.share,
    max: 1,
    limits: COMPLIANCE_STEPS,
    targets: [
      documents({
        source: PERIODS,
        query: `${COHORTS} AND ${ENOUGH_CASES}`,
        buckets: [terms("provider_id", { orderBy: "_key", order: "asc" }), time("start", "1M")],
        metrics: [max("compliance_low")],
        name: "{{provider_id}}",
      }),
    ],
    fields: [],
  });

  return board(c, {
    name: "league",
    sources: [STATES, PERIODS, POLICIES],
    variables: [periodVariable(c)],
    annotations: [policyChanges(c)],
    from: "now-1y/d",
    sections: [
      {
        id: 1,
        title: say(SECTIONS.ranking),
        lines: [{ height: 12, panels: [[24, ranking]] }],
      },
      {
        id: 6,
        title: say(SECTIONS.history),
        lines: [
          { height: 10, panels: [[24, curve]] },
          { height: 12, panels: [[24, cohorts]] },
          { height: 9, panels: [[24, few]] },
        ],
      },
    ],
  });
}
