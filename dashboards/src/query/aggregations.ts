import { at, isObject, type Json, type JsonObject } from "./json";
import type { BucketAggregation, Metric } from "./model";

/** What a date histogram takes from its surroundings. Times are in epoch milliseconds. */
export interface TimeFrame {
  readonly timeField: string;
  readonly from: number;
  readonly to: number;
  readonly intervalMs: number;
}

type Built = Record<string, Json | undefined>;

const TERMS_SIZE = 500;
const HISTOGRAM_INTERVAL = 1000;
const CALENDAR_INTERVALS = new Set(["1w", "1M", "1q", "1y"]);
const PLAIN_METRICS = new Set([
  "avg",
  "sum",
  "min",
  "max",
  "cardinality",
  "percentiles",
  "extended_stats",
  "top_metrics",
]);
const LITERAL_SETTINGS = new Set([
  "percents",
  "missing",
  "precision_threshold",
  "sigma",
  "metrics",
  "size",
]);

/** The `aggs` of a search: bucket aggregations one in the other, the metrics under the last one. */
export function aggregations(
  buckets: readonly BucketAggregation[],
  metrics: readonly Metric[],
  time: TimeFrame,
): JsonObject {
  const [first, ...rest] = buckets;
  if (first === undefined) {
    return metricAggregations(metrics);
  }
  const inner: Built = { ...orderingMetric(first, metrics), ...aggregations(rest, metrics, time) };
  const built: Built = { [first.type]: bucketBody(first, metrics, time) };
  if (Object.keys(inner).length > 0) {
    built["aggs"] = inner;
  }
  return { [first.id]: built };
}

function bucketBody(
  bucket: BucketAggregation,
  metrics: readonly Metric[],
  time: TimeFrame,
): JsonObject {
  switch (bucket.type) {
    case "terms":
      return terms(bucket, metrics);
    case "date_histogram":
      return dateHistogram(bucket, time);
    case "histogram":
      return histogram(bucket);
    case "filters":
      return filters(bucket);
    default:
      throw new Error(
        `The bucket aggregation "${bucket.type}" is not known here; add it to aggregations.ts.`,
      );
  }
}

function terms(bucket: BucketAggregation, metrics: readonly Metric[]): JsonObject {
  const built: Built = {
    field: fieldOf(bucket),
    size: wholeNumber(setting(bucket, "size")) || TERMS_SIZE,
  };
  copy(bucket, built, "min_doc_count", wholeNumber);
  copy(bucket, built, "missing", String);
  const orderBy = String(setting(bucket, "orderBy") ?? "_term");
  const direction = String(setting(bucket, "order") ?? "desc");
  built["order"] = { [orderKey(orderBy, metrics)]: direction };
  return built;
}

function orderKey(orderBy: string, metrics: readonly Metric[]): string {
  if (orderBy === "_term") {
    return "_key";
  }
  const ordering = metrics.find((metric) => metric.id === metricId(orderBy));
  return ordering?.type === "count" ? "_count" : orderBy;
}

/** A terms aggregation that is ordered by a metric carries it, without its settings. */
function orderingMetric(bucket: BucketAggregation, metrics: readonly Metric[]): JsonObject {
  const orderBy = bucket.type === "terms" ? String(setting(bucket, "orderBy") ?? "_term") : "_term";
  if (orderBy.startsWith("_")) {
    return {};
  }
  const ordering = metrics.find((metric) => metric.id === metricId(orderBy));
  if (ordering === undefined) {
    throw new Error(
      `Terms of ${fieldOf(bucket)} are ordered by metric "${orderBy}", which there is not.`,
    );
  }
  return ordering.type === "count"
    ? {}
    : { [ordering.id]: { [ordering.type]: { field: fieldOf(ordering) } } };
}

/** `1` of `1` and of `1[95.0]`. */
function metricId(orderBy: string): string {
  return orderBy.replace(/[[.].*$/, "");
}

function dateHistogram(bucket: BucketAggregation, time: TimeFrame): JsonObject {
  const chosen = String(setting(bucket, "interval") ?? "auto");
  const interval = chosen === "auto" ? `${time.intervalMs}ms` : chosen;
  const built: Built = {
    field: bucket.field ?? time.timeField,
    min_doc_count: wholeNumber(setting(bucket, "min_doc_count")),
    extended_bounds: { min: time.from, max: time.to },
    format: "epoch_millis",
    [CALENDAR_INTERVALS.has(interval) ? "calendar_interval" : "fixed_interval"]: interval,
  };
  copy(bucket, built, "offset", String);
  copy(bucket, built, "missing", String);
  const zone = setting(bucket, "timeZone");
  if (typeof zone === "string" && zone !== "" && zone !== "utc") {
    built["time_zone"] = zone;
  }
  return built;
}

function histogram(bucket: BucketAggregation): JsonObject {
  return {
    field: fieldOf(bucket),
    interval: wholeNumber(setting(bucket, "interval")) || HISTOGRAM_INTERVAL,
    min_doc_count: wholeNumber(setting(bucket, "min_doc_count")),
  };
}

function filters(bucket: BucketAggregation): JsonObject {
  const built: Built = {};
  for (const filter of filtersOf(bucket)) {
    built[filter.label] = { query_string: { query: filter.query, analyze_wildcard: true } };
  }
  return { filters: built };
}

/** The filters of a filters aggregation; one without a label is called by its query. */
export function filtersOf(bucket: BucketAggregation): readonly { label: string; query: string }[] {
  const list = setting(bucket, "filters");
  return (Array.isArray(list) ? (list as readonly Json[]) : []).map((filter) => {
    const asked = at(filter, "query");
    const query = typeof asked === "string" && asked !== "" ? asked : "*";
    const label = at(filter, "label");
    return { label: typeof label === "string" && label !== "" ? label : query, query };
  });
}

function metricAggregations(metrics: readonly Metric[]): JsonObject {
  const built: Built = {};
  for (const metric of metrics) {
    if (metric.type === "count") {
      continue;
    }
    if (!PLAIN_METRICS.has(metric.type)) {
      throw new Error(`The metric "${metric.type}" is not known here; add it to aggregations.ts.`);
    }
    built[metric.id] = { [metric.type]: { ...fieldPart(metric), ...metricSettings(metric) } };
  }
  return built;
}

/** Only top_metrics does without a field of its own: it names several in its settings. */
function fieldPart(metric: Metric): JsonObject {
  return metric.type === "top_metrics" ? {} : { field: fieldOf(metric) };
}

function metricSettings(metric: Metric): JsonObject {
  if (metric.type === "top_metrics") {
    return topMetrics(metric);
  }
  return Object.fromEntries(
    Object.entries(metric.settings ?? {}).filter(
      ([name, value]) => LITERAL_SETTINGS.has(name) && value !== undefined,
    ),
  );
}

function topMetrics(metric: Metric): JsonObject {
  const order = String(at(metric.settings, "order") ?? "desc");
  const orderBy = at(metric.settings, "orderBy");
  return {
    metrics: topMetricFields(metric).map((field) => ({ field })),
    size: "1",
    ...(typeof orderBy === "string" ? { sort: [{ [orderBy]: order }] } : {}),
  };
}

/** The fields that a top_metrics aggregation gives. */
export function topMetricFields(metric: Metric): readonly string[] {
  const fields = at(metric.settings, "metrics");
  return (Array.isArray(fields) ? (fields as readonly Json[]) : []).map(String);
}

function fieldOf(part: BucketAggregation | Metric): string {
  if (part.field === undefined || part.field === "") {
    throw new Error(`The aggregation ${part.id} (${part.type}) names no field.`);
  }
  return part.field;
}

function setting(bucket: BucketAggregation, name: string): Json | undefined {
  return bucket.settings?.[name];
}

function copy(
  bucket: BucketAggregation,
  built: Built,
  name: string,
  read: (value: Json) => Json,
): void {
  const value = setting(bucket, name);
  if (value !== undefined && value !== null && value !== "" && !isObject(value)) {
    built[name] = read(value);
  }
}

function wholeNumber(value: Json | undefined): number {
  const number = Number.parseInt(String(value ?? ""), 10);
  return Number.isNaN(number) ? 0 : number;
}
