import { newest, time } from "../panel/bucket";
import type { Field } from "../panel/field";
import { complianceWords } from "../panel/mapping";
import { column, max, type MetricShape } from "../panel/metric";
import { PERIODS } from "../panel/source";
import { documents, type TargetShape } from "../panel/target";
import { COMPLIANCE_STEPS, MINIMUM_CASES } from "../panel/threshold";
import { copyOf, sumOf } from "../panel/transform";
import { UNIT } from "../panel/unit";
import { LABELS } from "../text/labels";
import type { Say, Text } from "../text/language";
import { PHRASES } from "../text/phrases";

/** The counts of a period document whose sum is the denominator of compliance. */
export const DUE = [
  "on_time",
  "breach",
  "indeterminate",
  "overdue",
  "unobserved",
  "unconfirmed",
] as const;

/**
 * Holds only of cohorts with at least 20 due cases. Elasticsearch cannot add fields up, so a cohort
 * with pending cases is let in only when one verdict alone has 20.
 */
export const ENOUGH_CASES = `((pending:0 AND eligible:>=${MINIMUM_CASES}) OR ${DUE.map(
  (field) => `${field}:>=${MINIMUM_CASES}`,
).join(" OR ")})`;

/** All providers together. */
export const NATIONAL = "provider_id:_all";

export const PROVIDERS = "NOT provider_id:_all";

/** Names of fields that are added to a result. */
export const DUE_NAME = "due";
export const JUDGEMENT_NAME = "judgement";

export function maxima(fields: readonly string[]): MetricShape[] {
  return fields.map(max);
}

/** The column of a figure in a query of {@link maxima} over more than one field. */
export function maxColumn(field: string): string {
  return column(maxima([field, ""]), "max", field);
}

/** One row: the newest cohort in the time range. The query must leave one cohort per start. */
export function newestCohort(query: string, fields: readonly string[]): TargetShape {
  return documents({
    source: PERIODS,
    query,
    buckets: [newest("start")],
    metrics: maxima(fields),
  });
}

/** A curve of one figure over cohorts. The query must leave one cohort per start. */
export function cohortCurve(query: string, field: string, name: string): TargetShape {
  return documents({
    source: PERIODS,
    query,
    buckets: [time("start", "1M")],
    metrics: [max(field)],
    name,
  });
}

export const ADD_DUE = sumOf(DUE_NAME, DUE.map(maxColumn));

export const ADD_JUDGEMENT = copyOf(JUDGEMENT_NAME, maxColumn("compliance_low"));

export function dueField(say: Say): Field {
  return { name: DUE_NAME, label: say(LABELS.due), unit: UNIT.count };
}

/** A share of due cases, coloured by the target. */
export function complianceField(say: Say, name: string, label: Text): Field {
  return {
    name,
    label: say(label),
    unit: UNIT.share,
    decimals: 1,
    thresholds: COMPLIANCE_STEPS,
    noValue: say(PHRASES.smallNumber),
  };
}

/** The same in words, for those who do not see colours. */
export function judgementField(say: Say, name: string = JUDGEMENT_NAME): Field {
  return {
    name,
    label: say(LABELS.judgement),
    unit: UNIT.share,
    mappings: complianceWords(say),
    thresholds: COMPLIANCE_STEPS,
  };
}

export function countField(say: Say, name: string, label: Text): Field {
  return { name, label: say(label), unit: UNIT.count };
}

/** A duration that may not be reached, or not exist. */
export function durationField(say: Say, name: string, label: Text, absent: Text): Field {
  return {
    name,
    label: say(label),
    unit: UNIT.duration,
    decimals: 1,
    noValue: say(absent),
  };
}

export function startField(say: Say, name = "start"): Field {
  return { name, label: say(LABELS.start), unit: UNIT.month };
}
