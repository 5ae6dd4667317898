import type { BucketShape } from "../panel/bucket";
import type { MetricShape } from "../panel/metric";
import type { DocumentSource, MetricSource } from "../panel/source";

/** One entry of `data` of a rule. */
export interface RuleQuery {
  readonly refId: string;
  readonly datasourceUid: string;
  readonly relativeTimeRange: { readonly from: number; readonly to: number };
  readonly model: Readonly<Record<string, unknown>>;
}

/** Grafana's own arithmetic over the results of other queries. */
const EXPRESSIONS = "__expr__";

const NOW = { from: 0, to: 0 };

/** The last bucket must be a date histogram, or Grafana cannot evaluate it. */
export function documentsOf(
  refId: string,
  source: DocumentSource,
  seconds: number,
  query: string,
  metric: MetricShape,
  bucket: BucketShape,
): RuleQuery {
  return {
    refId,
    datasourceUid: source.uid,
    relativeTimeRange: { from: seconds, to: 0 },
    model: {
      refId,
      query,
      timeField: source.timeField,
      metrics: [metric.make("1").build()],
      bucketAggs: [bucket("2").build()],
    },
  };
}

export function metricsOf(refId: string, source: MetricSource, expression: string): RuleQuery {
  return {
    refId,
    datasourceUid: source.uid,
    relativeTimeRange: { from: 600, to: 0 },
    model: { refId, expr: expression, instant: true, range: false },
  };
}

/** One number out of a curve; a gap counts as nothing. */
export function reduced(refId: string, of: string, reducer: "sum" | "last" | "max"): RuleQuery {
  return expression(refId, {
    type: "reduce",
    expression: of,
    reducer,
    settings: { mode: "replaceNN", replaceWithValue: 0 },
  });
}

/** @param formula in which $A stands for the result of A */
export function computed(refId: string, formula: string): RuleQuery {
  // In a provisioned file a single $ would be a variable of the environment.
  return expression(refId, { type: "math", expression: formula.replaceAll("$", "$$$$") });
}

export function compared(refId: string, of: string, how: "gt" | "lt", limit: number): RuleQuery {
  return expression(refId, {
    type: "threshold",
    expression: of,
    conditions: [{ evaluator: { type: how, params: [limit] } }],
  });
}

function expression(refId: string, model: Readonly<Record<string, unknown>>): RuleQuery {
  return {
    refId,
    datasourceUid: EXPRESSIONS,
    relativeTimeRange: NOW,
    model: { refId, ...model },
  };
}
