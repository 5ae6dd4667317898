import type { DataTransformerConfig } from "@grafana/grafana-foundation-sdk/dashboard";
import { time, terms } from "../panel/bucket";
import type { Field } from "../panel/field";
import { VERDICT_COLORS, words } from "../panel/mapping";
import { COUNT, rawData, sum } from "../panel/metric";
import type { PanelHead, PanelShape } from "../panel/panel";
import { bars } from "../panel/bars";
import { CASES_BY_ISSUE, COVERAGE, STATES } from "../panel/source";
import { figures } from "../panel/stat";
import { documents, type TargetShape } from "../panel/target";
import { COLOR, MINIMUM_CASES, NEEDED_COVERAGE } from "../panel/threshold";
import { lines, stackedBars } from "../panel/timeseries";
import { copyOf, joinBy, only, ratioOf } from "../panel/transform";
import { UNIT } from "../panel/unit";
import { VERDICTS } from "../text/codes";
import { describe } from "../text/describe";
import { LABELS } from "../text/labels";
import type { Say, Text } from "../text/language";
import type { PanelText } from "../text/overview";
import { PHRASES } from "../text/phrases";
import {
  countField,
  durationField,
  JUDGEMENT_NAME,
  maxColumn,
  maxima,
  newestCohort,
} from "./cohort";

/** So far back that everything which stands open now is seen. */
export const EVER = "20y";

export function head(say: Say, id: number, text: PanelText): PanelHead {
  return { id, title: say(text.title), description: describe(say, text) };
}

/** The newest states, one row per provider. */
export function states(query: string): TargetShape {
  return documents({ source: STATES, query, metrics: [rawData(1000)] });
}

/** What stands open and overdue now, of the states that a query finds. */
export function backlogOf(say: Say, panel: PanelHead, query: string): PanelShape {
  return figures({
    ...panel,
    targets: [states(query)],
    lookBack: EVER,
    transformations: only(["open_cases", "overdue_cases", "oldest_overdue_ms"]),
    fields: [
      countField(say, "open_cases", LABELS.openCases),
      countField(say, "overdue_cases", LABELS.overdueCases),
      durationField(say, "oldest_overdue_ms", LABELS.oldestOverdue, PHRASES.noFigure),
    ],
  });
}

/**
 * The newest states, with compliance only where there are enough due cases: the job gives it from
 * the first case on.
 */
export function standings(query: string): TargetShape[] {
  return [
    states(query),
    documents({
      source: STATES,
      query: `${query} AND due_90d:>=${MINIMUM_CASES}`,
      buckets: [terms("provider_id", { orderBy: "_key" })],
      metrics: maxima(["compliance_90d", "on_time_90d"]),
    }),
  ];
}

/** Of {@link standings}. */
export const STANDING = maxColumn("compliance_90d");

export const ADD_STANDING: readonly DataTransformerConfig[] = [
  joinBy("provider_id"),
  copyOf(JUDGEMENT_NAME, STANDING),
];

const BOUNDS: readonly (readonly [field: string, label: Text])[] = [
  ["within_1h", LABELS.within1h],
  ["within_3h", LABELS.within3h],
  ["within_6h", LABELS.within6h],
  ["within_24h", LABELS.within24h],
  ["within_48h", LABELS.within48h],
  ["within_7d", LABELS.within7d],
  ["within_14d", LABELS.within14d],
  ["within_28d", LABELS.within28d],
  ["eligible", LABELS.eligible],
];

/** The removal-time curve of one cohort. */
export function removalBands(say: Say, panel: PanelHead, query: string): PanelShape {
  return bars({
    ...panel,
    targets: [newestCohort(query, BOUNDS.map(([field]) => field))],
    fields: BOUNDS.map(([field, label]) => ({
      ...countField(say, maxColumn(field), label),
      color: field === "eligible" ? COLOR.muted : COLOR.neutral,
    })),
  });
}

const OVERDUE_BANDS: readonly (readonly [field: string, label: Text])[] = [
  ["overdue_0_24h", LABELS.overdue24h],
  ["overdue_1_3d", LABELS.overdue3d],
  ["overdue_3_7d", LABELS.overdue7d],
  ["overdue_7_14d", LABELS.overdue14d],
  ["overdue_14_28d", LABELS.overdue28d],
  ["overdue_over_28d", LABELS.overdueLonger],
];

/** Overdue cases of now by the time since their deadline. */
export function overdueBands(say: Say, panel: PanelHead, query: string): PanelShape {
  return bars({
    ...panel,
    targets: [states(query)],
    lookBack: EVER,
    fields: OVERDUE_BANDS.map(([field, label]) => ({
      ...countField(say, field, label),
      color: "orange",
    })),
  });
}

/** Names and colours of the series of verdicts. */
export function verdictSeries(say: Say): Field[] {
  return Object.entries(VERDICTS).map(([code, text]) => ({
    name: code,
    label: say(text),
    unit: UNIT.count,
    color: VERDICT_COLORS[code] ?? COLOR.muted,
  }));
}

export function verdictWords(say: Say): Field["mappings"] {
  return words(say, VERDICTS, VERDICT_COLORS);
}

/** Cases by verdict and time of issue. */
export function verdictsByIssue(say: Say, panel: PanelHead, query: string): PanelShape {
  return stackedBars({
    ...panel,
    unit: UNIT.count,
    targets: [
      documents({
        source: CASES_BY_ISSUE,
        query,
        buckets: [terms("verdict", { size: 20 }), time("issued_at", "1w")],
        metrics: [COUNT],
        name: "{{verdict}}",
      }),
    ],
    fields: verdictSeries(say),
  });
}

const COVERAGE_NAME = "coverage";

/** Observed of open cases; the ratio of the sums and never a mean of ratios. */
export function coverageCurve(
  say: Say,
  panel: PanelHead,
  query: string,
  interval: "1h" | "1d",
): PanelShape {
  const observed = say(LABELS.observedCases);
  const open = say(LABELS.openCases);
  const summed = (field: string, name: string): TargetShape =>
    documents({
      source: COVERAGE,
      query: `(${query}) AND open_cases:>0`,
      buckets: [time("hour", interval)],
      metrics: [sum(field)],
      name,
    });
  return lines({
    ...panel,
    unit: UNIT.share,
    max: 1,
    limits: [
      { value: null, color: COLOR.bad },
      { value: NEEDED_COVERAGE, color: COLOR.good },
    ],
    targets: [summed("observed_cases", observed), summed("open_cases", open)],
    transformations: [
      joinBy("Time"),
      ratioOf(COVERAGE_NAME, observed, open),
      ...only(["Time", COVERAGE_NAME, open]),
    ],
    fields: [
      {
        name: COVERAGE_NAME,
        label: say(LABELS.coverage),
        unit: UNIT.share,
        decimals: 1,
        color: COLOR.neutral,
      },
      { name: open, label: open, unit: UNIT.count, bars: true, color: COLOR.muted },
    ],
  });
}

/** How fast, over all cases and over removed ones alone. */
export const SPEED: readonly (readonly [field: string, label: Text, absent: Text])[] = [
  ["km_median_ms", LABELS.kmMedian, PHRASES.notReached],
  ["km_p90_ms", LABELS.kmP90, PHRASES.notReached],
  ["ttr_ms_p50", LABELS.removalMedian, PHRASES.noFigure],
  ["ttr_ms_p90", LABELS.removalP90, PHRASES.noFigure],
];

export function speedFields(say: Say): Field[] {
  return SPEED.map(([field, label, absent]) =>
    durationField(say, maxColumn(field), label, absent),
  );
}

/** The series of a compliance curve with the number of cases behind it. */
export function complianceSeries(say: Say): Field[] {
  const line = (label: Text, dashed: boolean): Field => ({
    name: say(label),
    label: say(label),
    unit: UNIT.share,
    decimals: 1,
    color: COLOR.neutral,
    dashed,
  });
  return [
    line(LABELS.complianceLow, false),
    line(LABELS.complianceHigh, true),
    {
      name: say(LABELS.eligible),
      label: say(LABELS.eligible),
      unit: UNIT.count,
      bars: true,
      color: COLOR.muted,
    },
  ];
}
