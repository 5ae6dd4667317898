import { intervalOf, shownTargets, sourceOf, type Surroundings, type TimeRange } from "./compile";
import { withBuiltIns } from "./interpolation";
import type { Panel, Target } from "./model";
import { interpolate } from "./variables";

/**
 * One query to Prometheus, as Grafana sends it.
 *
 * @property path of Prometheus's API
 * @property parameters all but the expression; times and steps are in seconds
 */
export interface MetricQuery {
  readonly target: Target;
  readonly path: "/api/v1/query" | "/api/v1/query_range";
  readonly expression: string;
  readonly parameters: Readonly<Record<string, number>>;
}

/**
 * The queries of a panel that shows metrics, one for each target.
 *
 * @throws Error naming what is missing or not known here
 */
export function metricQueries(panel: Panel, around: Surroundings): readonly MetricQuery[] {
  return shownTargets(panel).map((target) => {
    const source = sourceOf(panel, target, around);
    if (source.kind !== "prometheus" || target.expr === undefined) {
      throw new Error(`Target ${target.refId} asks ${source.name}, not Prometheus.`);
    }
    const interval = intervalOf(panel, source, around);
    const variables = withBuiltIns(around.variables, around.range, interval);
    const expression = interpolate(target.expr, variables, "raw");
    return target.instant === true
      ? instantQuery(target, expression, around.range.to)
      : {
          target,
          path: "/api/v1/query_range",
          expression,
          parameters: steps(around.range, interval),
        };
  });
}

/** Asks for the newest value at an instant in epoch milliseconds. */
export function instantQuery(target: Target, expression: string, at: number): MetricQuery {
  return { target, path: "/api/v1/query", expression, parameters: { time: at / 1000 } };
}

/** Ends are moved to whole steps, so that a curve does not tremble from one look to the next. */
function steps(range: TimeRange, interval: number): Readonly<Record<string, number>> {
  const whole = (time: number): number => (Math.floor(time / interval) * interval) / 1000;
  return { start: whole(range.from), end: whole(range.to), step: interval / 1000 };
}
