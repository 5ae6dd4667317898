import { parse } from "yaml";
import { at, isObject, type Json } from "./json";
import type { DataSourceReference } from "./model";
import { interpolate, type Variables } from "./variables";

/**
 * A provisioned Elasticsearch data source.
 *
 * @property timeField what Grafana filters by the time range, whatever a target says
 * @property leastInterval in milliseconds; 0 without one
 */
export interface ElasticsearchSource {
  readonly kind: "elasticsearch";
  readonly uid: string;
  readonly name: string;
  readonly index: string;
  readonly timeField: string;
  readonly leastInterval: string | undefined;
}

/**
 * A provisioned Prometheus.
 *
 * @property leastInterval how often it reads the metrics
 */
export interface PrometheusSource {
  readonly kind: "prometheus";
  readonly uid: string;
  readonly name: string;
  readonly leastInterval: string | undefined;
}

export type DataSource = ElasticsearchSource | PrometheusSource;

/** Data sources by uid. */
export type DataSources = ReadonlyMap<string, DataSource>;

/** Reads a file of Grafana's data source provisioning. */
export function readDataSources(yaml: string): DataSources {
  const list = at(parse(yaml) as Json, "datasources");
  if (!Array.isArray(list)) {
    throw new Error('The provisioning file has no list "datasources".');
  }
  const sources = list.map((entry) => dataSource(entry as Json));
  return new Map(sources.map((source) => [source.uid, source]));
}

function dataSource(entry: Json): DataSource {
  const uid = text(entry, "uid");
  const name = text(entry, "name");
  const type = text(entry, "type");
  const interval = at(entry, "jsonData", "timeInterval");
  const leastInterval = typeof interval === "string" && interval !== "" ? interval : undefined;
  switch (type) {
    case "elasticsearch":
      return {
        kind: type,
        uid,
        name,
        index: text(entry, "jsonData", "index"),
        timeField: text(entry, "jsonData", "timeField"),
        leastInterval,
      };
    case "prometheus":
      return { kind: type, uid, name, leastInterval };
    default:
      throw new Error(`${uid}: data sources of the type "${type}" are not known here.`);
  }
}

function text(entry: Json, ...path: readonly string[]): string {
  const value = at(entry, ...path);
  if (typeof value !== "string" || value === "") {
    const named = isObject(entry) ? String(entry["uid"] ?? entry["name"]) : "a data source";
    throw new Error(`${named}: ${path.join(".")} is missing in the provisioning file.`);
  }
  return value;
}

/** The data source a panel or target means, through a data source variable where it names one. */
export function resolve(
  reference: DataSourceReference | undefined,
  variables: Variables,
  sources: DataSources,
): DataSource {
  const uid = interpolate(reference?.uid ?? "", variables, "raw");
  const source = sources.get(uid);
  if (source === undefined) {
    throw new Error(`There is no data source with uid "${uid}" in the provisioning file.`);
  }
  return source;
}
