import type { DataSourceRef } from "@grafana/grafana-foundation-sdk/common";

/**
 * A data source of Grafana: one alias of Elasticsearch seen by one time field, because Grafana
 * filters by the time field of the data source and never by that of a query.
 */
export interface DocumentSource {
  readonly kind: "elasticsearch";
  /** Of the hidden dashboard variable that holds the data source. */
  readonly variable: string;
  readonly uid: string;
  readonly alias: string;
  readonly timeField: string;
}

export interface MetricSource {
  readonly kind: "prometheus";
  readonly variable: string;
  readonly uid: string;
}

export type Source = DocumentSource | MetricSource;

function documents(name: string, alias: string, timeField: string): DocumentSource {
  return {
    kind: "elasticsearch",
    variable: `ds_${name}`,
    uid: `takedown-${name.replaceAll("_", "-")}`,
    alias,
    timeField,
  };
}

export const CASES_BY_ISSUE = documents("cases_by_issue", "takedown-cases", "issued_at");
export const CASES_BY_DEADLINE = documents("cases_by_deadline", "takedown-cases", "due_at");
export const CASES_BY_REMOVAL = documents("cases_by_removal", "takedown-cases", "first_down_at");
export const CASES_BY_REAPPEARANCE = documents(
  "cases_by_reappearance",
  "takedown-cases",
  "reappeared_at",
);
export const CASES_BY_FALSE_CLAIM = documents(
  "cases_by_false_claim",
  "takedown-cases",
  "false_claim_at",
);
export const ALERTS = documents("alerts", "takedown-alerts", "starts_at");
export const PERIODS = documents("periods", "takedown-provider-periods", "start");
export const STATES = documents("states", "takedown-provider-states", "as_of");
export const POLICIES = documents("policies", "takedown-policies", "effective_from");
export const TRANSITIONS = documents("transitions", "takedown-transitions", "at");
export const COVERAGE = documents("coverage", "takedown-coverage", "hour");
export const DEAD_LETTERS = documents("dead_letters", "takedown-dead-letters", "first_seen");

export const JOB_METRICS: MetricSource = {
  kind: "prometheus",
  variable: "ds_metrics",
  uid: "takedown-metrics",
};

export const SOURCES: readonly Source[] = [
  CASES_BY_ISSUE,
  CASES_BY_DEADLINE,
  CASES_BY_REMOVAL,
  CASES_BY_REAPPEARANCE,
  CASES_BY_FALSE_CLAIM,
  ALERTS,
  PERIODS,
  STATES,
  POLICIES,
  TRANSITIONS,
  COVERAGE,
  DEAD_LETTERS,
  JOB_METRICS,
];

/** The name in Grafana, by which the dashboard variable finds it. */
export function sourceName(source: Source): string {
  return source.kind === "elasticsearch"
    ? `${source.alias} by ${source.timeField}`
    : "takedown job metrics";
}

/** Refers to the data source through the dashboard's variable. */
export function reference(source: Source): DataSourceRef {
  return { type: source.kind, uid: `\${${source.variable}}` };
}
