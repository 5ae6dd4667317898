import { at, isObject, type Json, type JsonObject } from "./json";
import { column, type Cell, type Field, type Frame } from "./frame";
import { topMetricFields } from "./aggregations";
import { metricName } from "./names";
import { rawFrame } from "./raw";
import { seriesFrames, type Series } from "./series";
import type { BucketAggregation, Metric, Target } from "./model";
import type { Search } from "./compile";

/** The labels of the buckets around a bucket. */
export type Around = Readonly<Record<string, string>>;

/** A bucket of an answer. */
export interface Bucket {
  readonly key: string | number;
  readonly count: number;
  readonly json: JsonObject;
}

/**
 * Makes frames of the answer to one search, as Grafana does: series when the last bucket is a date
 * histogram, else one table.
 *
 * @throws Error with Elasticsearch's reason when the search failed
 */
export function framesOf(search: Search, answer: Json): readonly Frame[] {
  const failure = at(answer, "error");
  if (failure !== undefined) {
    throw new Error(
      `Elasticsearch refuses target ${search.target.refId}: ${JSON.stringify(failure)}`,
    );
  }
  const target = search.target;
  const buckets = target.bucketAggs ?? [];
  const last = buckets.at(-1);
  if ((target.metrics ?? []).some((metric) => metric.type.startsWith("raw_"))) {
    return [rawFrame(target.refId, search.source.timeField, answer)];
  }
  if (last?.type === "date_histogram") {
    const series: Series[] = [];
    walk(at(answer, "aggregations"), buckets, {}, (around, held) =>
      series.push({ around, buckets: held }),
    );
    return seriesFrames(target, series);
  }
  const table = new Columns();
  walk(at(answer, "aggregations"), buckets, {}, (around, held) =>
    addRows(table, target, around, held),
  );
  return [table.frame(target.refId)];
}

type Visit = (around: Around, buckets: readonly Bucket[], last: BucketAggregation) => void;

function walk(
  aggregationsJson: Json | undefined,
  path: readonly BucketAggregation[],
  around: Around,
  visit: Visit,
): void {
  const [first, ...rest] = path;
  if (first === undefined) {
    return;
  }
  const buckets = bucketsOf(at(aggregationsJson, first.id, "buckets"), first);
  if (rest.length === 0) {
    visit(around, buckets, first);
    return;
  }
  for (const bucket of buckets) {
    walk(bucket.json, rest, { ...around, [columnOf(first)]: label(bucket) }, visit);
  }
}

/** Filters answer with an object, all others with a list. */
function bucketsOf(json: Json | undefined, aggregation: BucketAggregation): readonly Bucket[] {
  if (isObject(json)) {
    return Object.entries(json).map(([key, held]) => bucketOf(key, held ?? null));
  }
  const list = Array.isArray(json) ? (json as readonly Json[]) : [];
  const buckets = list.map((held) => bucketOf(at(held, "key") as string | number, held));
  const trim = Number.parseInt(String(aggregation.settings?.["trimEdges"] ?? "0"), 10) || 0;
  return trim > 0 && buckets.length > 2 * trim ? buckets.slice(trim, -trim) : buckets;
}

function bucketOf(key: string | number, json: Json): Bucket {
  return { key, count: Number(at(json, "doc_count") ?? 0), json: isObject(json) ? json : {} };
}

function label(bucket: Bucket): string {
  const text = bucket.json["key_as_string"];
  return typeof text === "string" ? text : String(bucket.key);
}

/** The column of a bucket: its field, or "filter". */
function columnOf(aggregation: BucketAggregation): string {
  return aggregation.type === "filters" ? "filter" : (aggregation.field ?? "");
}

function addRows(table: Columns, target: Target, around: Around, buckets: readonly Bucket[]): void {
  const last = target.bucketAggs?.at(-1);
  if (last === undefined) {
    return;
  }
  for (const bucket of buckets) {
    for (const [name, value] of Object.entries(around).sort(([a], [b]) => (a < b ? -1 : 1))) {
      table.add(name, value);
    }
    table.add(columnOf(last), bucket.key);
    for (const metric of target.metrics ?? []) {
      addMetric(table, target.metrics ?? [], metric, bucket);
    }
  }
}

function addMetric(table: Columns, all: readonly Metric[], metric: Metric, bucket: Bucket): void {
  const field = metric.field ?? "";
  switch (metric.type) {
    case "count":
      table.add(metricName("count"), bucket.count);
      return;
    case "percentiles":
      for (const [percent, value] of Object.entries(values(bucket, metric))) {
        // A percentile of nothing is 0 in Grafana's tables, not empty.
        table.add(`p${percent} ${field}`, typeof value === "number" ? value : 0);
      }
      return;
    case "extended_stats":
      for (const [name, wanted] of Object.entries(metric.meta ?? {})) {
        if (wanted === true) {
          table.add(metricName(name), number(at(bucket.json, metric.id, name)));
        }
      }
      return;
    case "top_metrics":
      for (const top of topMetricFields(metric)) {
        table.add(`${metricName("top_metrics")} ${top}`, topValue(bucket, metric, top));
      }
      return;
    default: {
      const twice = all.filter((other) => other.type === metric.type).length > 1;
      table.add(
        metricName(metric.type) + (twice ? ` ${field}` : ""),
        number(at(bucket.json, metric.id, "value")),
      );
    }
  }
}

function values(bucket: Bucket, metric: Metric): JsonObject {
  const held = at(bucket.json, metric.id, "values");
  return isObject(held) ? held : {};
}

function topValue(bucket: Bucket, metric: Metric, field: string): Cell {
  const top = at(bucket.json, metric.id, "top");
  const [first] = Array.isArray(top) ? (top as readonly Json[]) : [];
  const value = at(first, "metrics", field);
  return typeof value === "number" || typeof value === "string" ? value : null;
}

function number(value: Json | undefined): number | null {
  return typeof value === "number" ? value : null;
}

class Columns {
  private readonly held = new Map<string, Cell[]>();

  add(name: string, value: Cell): void {
    const cells = this.held.get(name);
    if (cells === undefined) {
      this.held.set(name, [value]);
    } else {
      cells.push(value);
    }
  }

  frame(refId: string): Frame {
    const fields: Field[] = [...this.held].map(([name, cells]) => column(name, cells));
    const rows = Math.max(0, ...fields.map((field) => field.values.length));
    const ragged = fields.find((field) => field.values.length !== rows);
    if (ragged !== undefined) {
      throw new Error(
        `Column "${ragged.name}" of target ${refId} has ${ragged.values.length} of ${rows} rows: two columns share a name, or one is missing in places.`,
      );
    }
    return { refId, fields };
  }
}
