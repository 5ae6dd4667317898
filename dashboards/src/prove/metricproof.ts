import { metricFrames } from "../query/metricframes";
import { instantQuery, metricQueries } from "../query/metricquery";
import type { Frame } from "../query/frame";
import type { Surroundings } from "../query/compile";
import type { Panel, Target } from "../query/model";
import { showMetrics, type AskMetrics } from "../query/show";
import { strayNames } from "./columns";
import type { MetricRule } from "./metricrules";
import { alternatives, spoiltExpressions } from "./promql";

/** What is wrong with a panel that shows metrics: nothing when the list is empty. */
export async function proveMetricPanel(
  panel: Panel,
  around: Surroundings,
  ask: AskMetrics,
): Promise<readonly string[]> {
  try {
    const shown = await showMetrics(panel, around, ask);
    return [
      ...metricQueries(panel, around).flatMap(({ target, expression }) =>
        missing(
          `target ${target.refId}`,
          expression,
          shown.found.filter((frame) => frame.refId === target.refId),
        ),
      ),
      ...strayNames(shown, new Set()),
    ];
  } catch (failure) {
    return [failure instanceof Error ? failure.message : String(failure)];
  }
}

/** Every panel that differs from this one in one name of an expression. */
export function metricMutants(panel: Panel): readonly { place: string; panel: Panel }[] {
  const targets = panel.targets ?? [];
  return targets.flatMap((target) =>
    spoiltExpressions(target.expr ?? "").map(({ place, expression }) => ({
      place: `${target.refId}: ${place}`,
      panel: {
        ...panel,
        targets: targets.map((other) =>
          other === target ? { ...target, expr: expression } : other,
        ),
      },
    })),
  );
}

/**
 * What is wrong with the expression of an alert rule, and whether it would fire for a job that is
 * well.
 */
export async function proveRule(
  rule: MetricRule,
  now: number,
  ask: AskMetrics,
): Promise<readonly string[]> {
  const target: Target = { refId: rule.refId, legendFormat: rule.uid };
  try {
    const query = instantQuery(target, rule.expression, now);
    const frames = metricFrames(query, await ask(query));
    const values = frames.flatMap((frame) => numbers(frame));
    return [
      ...missing(`query ${rule.refId}`, rule.expression, frames),
      ...values
        .filter((value) => rule.fires(value))
        .map((value) => `it would fire at ${value} although the job is well`),
    ];
  } catch (failure) {
    return [failure instanceof Error ? failure.message : String(failure)];
  }
}

function missing(what: string, expression: string, frames: readonly Frame[]): readonly string[] {
  return [
    ...(frames.some((frame) => numbers(frame).length > 0)
      ? []
      : [`${what} finds nothing: ${expression}`]),
    ...alternatives(expression).map(
      (pattern) => `${what}: nobody can tell which alternative of ${pattern} finds something`,
    ),
  ];
}

function numbers(frame: Frame): readonly number[] {
  return frame.fields
    .filter((field) => field.type === "number")
    .flatMap((field) => field.values.filter((value) => typeof value === "number"));
}
