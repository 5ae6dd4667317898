import { at, isObject } from "./json";
import type { Around, Bucket } from "./answer";
import type { Cell, Frame } from "./frame";
import type { Metric, Target } from "./model";
import { metricName } from "./names";

/** The buckets of a date histogram inside other buckets. */
export interface Series {
  readonly around: Around;
  readonly buckets: readonly Bucket[];
}

interface Curve {
  readonly metric: string;
  readonly field: string;
  readonly value: (bucket: Bucket) => Cell;
}

/** One frame for each series and metric, named as Grafana names it. */
export function seriesFrames(target: Target, all: readonly Series[]): readonly Frame[] {
  const shown = (target.metrics ?? []).filter((metric) => metric.hide !== true);
  const kinds = new Set(
    all
      .flatMap((series) => shown.flatMap((metric) => curves(metric, series)))
      .map((curve) => curve.metric),
  );
  return all.flatMap((series) =>
    shown.flatMap((metric) =>
      curves(metric, series).map((curve): Frame => {
        const title = titleOf(target, series.around, curve, kinds.size);
        return {
          refId: target.refId,
          name: title,
          fields: [
            {
              name: "Time",
              type: "time",
              values: series.buckets.map((bucket) => Number(bucket.key)),
              config: {},
            },
            {
              name: "Value",
              type: "number",
              title,
              labels: series.around,
              values: series.buckets.map(curve.value),
              config: {},
            },
          ],
        };
      }),
    ),
  );
}

function curves(metric: Metric, series: Series): readonly Curve[] {
  const field = metric.field ?? "";
  switch (metric.type) {
    case "count":
      return [{ metric: metricName("count"), field: "", value: (bucket) => bucket.count }];
    case "percentiles": {
      const first = at(series.buckets[0]?.json, metric.id, "values");
      return (isObject(first) ? Object.keys(first) : []).map((percent) => ({
        metric: `p${percent}`,
        field,
        value: (bucket) => numberAt(bucket, metric.id, "values", percent),
      }));
    }
    case "avg":
    case "sum":
    case "min":
    case "max":
    case "cardinality":
      return [
        {
          metric: metricName(metric.type),
          field,
          value: (bucket) => numberAt(bucket, metric.id, "value"),
        },
      ];
    default:
      throw new Error(
        `The metric "${metric.type}" over time is not known here; add it to series.ts.`,
      );
  }
}

function numberAt(bucket: Bucket, ...path: readonly string[]): Cell {
  const value = at(bucket.json, ...path);
  return typeof value === "number" ? value : null;
}

function titleOf(target: Target, around: Around, curve: Curve, kinds: number): string {
  if (target.alias !== undefined && target.alias !== "") {
    return aliased(target.alias, around, curve);
  }
  const metric = curve.field === "" ? curve.metric : `${curve.metric} ${curve.field}`;
  const labels = Object.entries(around)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => value)
    .join(" ");
  if (labels === "") {
    return metric;
  }
  return kinds === 1 ? labels : `${labels} ${metric}`;
}

function aliased(alias: string, around: Around, curve: Curve): string {
  return alias.replace(/\{\{([\s\S]+?)\}\}/g, (whole, inner: string) => {
    const name = inner.trim();
    const term = /^term (.+)$/.exec(name)?.[1];
    const value =
      term !== undefined
        ? around[term]
        : name === "metric"
          ? curve.metric
          : name === "field"
            ? curve.field
            : around[name];
    if (value === undefined) {
      throw new Error(`${whole} in the alias "${alias}" is no bucket of the target.`);
    }
    return value;
  });
}
