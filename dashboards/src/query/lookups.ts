import { compileTarget, header, type Search, type Surroundings } from "./compile";
import { resolve } from "./datasource";
import { at, isObject, type Json } from "./json";
import type { Annotation, Target, Variable } from "./model";
import { interpolate } from "./variables";

const ANNOTATIONS = 10000;
const OPTIONS = 500;
/** Not used by a lookup: it has no automatic date histogram. */
const NO_INTERVAL = 1;

/** The search by which Grafana fills a query variable; undefined for other kinds of variables. */
export function variableSearch(variable: Variable, around: Surroundings): Search | undefined {
  if (variable.type !== "query") {
    return undefined;
  }
  const source = resolve(variable.datasource, around.variables, around.sources);
  if (source.kind !== "elasticsearch") {
    return undefined;
  }
  const asked = lookup(variable);
  const field = at(asked, "field");
  if (at(asked, "find") !== "terms" || typeof field !== "string") {
    throw new Error(`Variable ${variable.name}: only {"find":"terms","field":…} is known here.`);
  }
  const orderBy = at(asked, "orderBy") === "doc_count" ? "_count" : "_term";
  const order = String(at(asked, "order") ?? (orderBy === "_count" ? "desc" : "asc"));
  const target: Target = {
    refId: variable.name,
    query: String(at(asked, "query") ?? ""),
    bucketAggs: [
      {
        id: "1",
        type: "terms",
        field,
        settings: { size: Number(at(asked, "size") ?? OPTIONS), orderBy, order },
      },
    ],
    metrics: [{ id: "2", type: "count" }],
  };
  return compileTarget(target, source, around, NO_INTERVAL);
}

function lookup(variable: Variable): Json {
  const query = variable.query ?? null;
  const text = isObject(query) ? query["query"] : query;
  return typeof text === "string" ? (JSON.parse(text) as Json) : query;
}

/** The search by which Grafana finds annotations; undefined for those of other data sources. */
export function annotationSearch(annotation: Annotation, around: Surroundings): Search | undefined {
  if (annotation.datasource?.type !== "elasticsearch") {
    return undefined;
  }
  const source = resolve(annotation.datasource, around.variables, around.sources);
  if (source.kind !== "elasticsearch") {
    return undefined;
  }
  const from = annotation.timeField ?? source.timeField;
  const end = annotation.timeEndField;
  const query = interpolate(
    annotation.query ?? String(at(annotation.target, "query") ?? ""),
    around.variables,
    "lucene",
  );
  const inRange = [from, ...(end === undefined || end === "" ? [] : [end])].map((field) => ({
    range: { [field]: { from: around.range.from, to: around.range.to, format: "epoch_millis" } },
  }));
  const filter: Json = [
    { bool: { should: inRange, minimum_should_match: 1 } },
    ...(query.trim() === "" ? [] : [{ query_string: { query } }]),
  ];
  return {
    target: { refId: annotation.name, query },
    source: { ...source, timeField: from },
    header: { ...header(source) },
    body: { size: ANNOTATIONS, query: { bool: { filter } } },
  };
}
