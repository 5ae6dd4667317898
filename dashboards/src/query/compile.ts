import { aggregations } from "./aggregations";
import { resolve, type DataSource, type DataSources, type ElasticsearchSource } from "./datasource";
import { automaticInterval, milliseconds } from "./interval";
import { sortedJson, type Json, type JsonObject } from "./json";
import type { BucketAggregation, Panel, Target } from "./model";
import { deeply, withBuiltIns } from "./interpolation";
import { interpolate, type Variables } from "./variables";

/** A time range in epoch milliseconds, both ends included. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** All that a query takes from outside its panel. */
export interface Surroundings {
  readonly range: TimeRange;
  readonly variables: Variables;
  readonly sources: DataSources;
}

/** One search of an `_msearch`, with the target it comes from, variables put in. */
export interface Search {
  readonly target: Target;
  readonly source: ElasticsearchSource;
  readonly header: JsonObject;
  readonly body: JsonObject;
}

/** What a panel asks of one data source, in one request. */
export interface Batch {
  readonly source: ElasticsearchSource;
  readonly searches: readonly Search[];
}

const RAW_SIZE = 500;
const PIXELS_PER_COLUMN = 62;

/** True when Grafana asks Prometheus for this panel. */
export function asksMetrics(panel: Panel, around: Surroundings): boolean {
  return shownTargets(panel).some(
    (target) => sourceOf(panel, target, around).kind === "prometheus",
  );
}

/** The targets that are not hidden. */
export function shownTargets(panel: Panel): readonly Target[] {
  return (panel.targets ?? []).filter((target) => target.hide !== true);
}

/**
 * Compiles the targets of a panel into the searches that Grafana's Elasticsearch data source sends:
 * one request for each data source.
 *
 * @throws Error naming what is missing or not known here
 */
export function compilePanel(panel: Panel, around: Surroundings): readonly Batch[] {
  const batches = new Map<string, { source: ElasticsearchSource; searches: Search[] }>();
  for (const target of shownTargets(panel)) {
    const source = sourceOf(panel, target, around);
    if (source.kind !== "elasticsearch") {
      throw new Error(`Target ${target.refId} asks ${source.name}, not Elasticsearch.`);
    }
    const batch = batches.get(source.uid) ?? { source, searches: [] };
    batch.searches.push(compileTarget(target, source, around, intervalOf(panel, source, around)));
    batches.set(source.uid, batch);
  }
  return [...batches.values()];
}

/** The data source of a target, or else that of its panel. */
export function sourceOf(panel: Panel, target: Target, around: Surroundings): DataSource {
  return resolve(target.datasource ?? panel.datasource, around.variables, around.sources);
}

/** The automatic interval of a panel in milliseconds. */
export function intervalOf(panel: Panel, source: DataSource, around: Surroundings): number {
  const least = panel.interval ?? source.leastInterval;
  return automaticInterval(
    around.range.to - around.range.from,
    panel.maxDataPoints ?? panel.gridPos.w * PIXELS_PER_COLUMN,
    least === undefined ? 1 : milliseconds(interpolate(least, around.variables, "raw")),
  );
}

/** Compiles one target. */
export function compileTarget(
  asked: Target,
  source: ElasticsearchSource,
  around: Surroundings,
  intervalMs: number,
): Search {
  if (asked.queryType !== undefined && asked.queryType !== "" && asked.queryType !== "lucene") {
    throw new Error(
      `Target ${asked.refId}: the query type "${asked.queryType}" is not known here.`,
    );
  }
  const target = filledIn(asked, withBuiltIns(around.variables, around.range, intervalMs));
  const filter = rangeAndQuery(source.timeField, around.range, target.query ?? "");
  const buckets = target.bucketAggs ?? [];
  const metrics = target.metrics ?? [];
  const raw = metrics.find(
    (metric) => metric.type === "raw_data" || metric.type === "raw_document",
  );
  if (raw !== undefined) {
    const body = rawBody(raw.type, raw.settings, source.timeField, filter);
    return { target, source, header: header(source), body };
  }
  if (buckets.length === 0) {
    throw new Error(`Target ${target.refId}: invalid query, missing metrics and aggregations.`);
  }
  const time = { timeField: source.timeField, ...around.range, intervalMs };
  const body = { size: 0, query: { bool: { filter } }, aggs: aggregations(buckets, metrics, time) };
  return { target, source, header: header(source), body };
}

/** The lines of a `_msearch` request, keys in alphabetical order. */
export function toLines(searches: readonly Pick<Search, "header" | "body">[]): string {
  return searches
    .map((search) => `${sortedJson(search.header)}\n${sortedJson(search.body)}\n`)
    .join("");
}

/** The path and parameters that Grafana asks. */
export const SEARCH_PATH = "/_msearch?max_concurrent_shard_requests=5";

/** The header line of a search. */
export function header(source: ElasticsearchSource): JsonObject {
  return { ignore_unavailable: true, index: source.index, search_type: "query_then_fetch" };
}

/** The filter of every search: the time range and, unless blank, the query. */
export function rangeAndQuery(timeField: string, range: TimeRange, query: string): Json {
  const inRange: JsonObject = {
    range: { [timeField]: { gte: range.from, lte: range.to, format: "epoch_millis" } },
  };
  return query.trim() === ""
    ? inRange
    : [inRange, { query_string: { query, analyze_wildcard: true } }];
}

function rawBody(
  type: string,
  settings: JsonObject | undefined,
  timeField: string,
  filter: Json,
): JsonObject {
  const size = Number.parseInt(String(settings?.["size"] ?? ""), 10);
  return {
    size: Number.isNaN(size) || size === 0 ? RAW_SIZE : size,
    query: { bool: { filter } },
    sort: [
      { [timeField]: { order: "desc", unmapped_type: "boolean" } },
      { _doc: { order: "desc" } },
    ],
    docvalue_fields: [timeField],
    script_fields: {},
    ...(type === "raw_data"
      ? { fields: [{ field: timeField, format: "strict_date_optional_time_nanos" }] }
      : {}),
  };
}

/** Variables are put in as Lucene into the query and the filters, and plainly everywhere else. */
function filledIn(target: Target, variables: Variables): Target {
  const filled = deeply(target as unknown as Json, (text) =>
    interpolate(text, variables, "glob"),
  ) as unknown as Target;
  return {
    ...filled,
    query: interpolate(target.query ?? "", variables, "lucene"),
    ...(target.bucketAggs === undefined
      ? {}
      : {
          bucketAggs: target.bucketAggs.map((bucket, place) =>
            filterQueries(bucket, filled.bucketAggs?.[place], variables),
          ),
        }),
  };
}

function filterQueries(
  asked: BucketAggregation,
  filled: BucketAggregation | undefined,
  variables: Variables,
): BucketAggregation {
  const list = asked.settings?.["filters"];
  if (filled === undefined || asked.type !== "filters" || !Array.isArray(list)) {
    return filled ?? asked;
  }
  const filters = (list as readonly JsonObject[]).map((filter) => ({
    ...filter,
    query: interpolate(String(filter["query"] ?? ""), variables, "lucene"),
  }));
  return { ...filled, settings: { ...filled.settings, filters } };
}
