import type { AnnotationJson, DashboardJson, TargetJson } from "./model";
import { queryPanels, targets } from "./model";
import { sourceOf } from "./query";

/** Field names of an alias and their types in Elasticsearch. */
export type Mapping = ReadonlyMap<string, string>;

export type Mappings = ReadonlyMap<string, Mapping>;

interface Template {
  properties: Record<string, { type?: string; properties?: Template["properties"] }>;
}

/** Reads one of the job's templates. */
export function mapping(template: string): Mapping {
  const types = new Map<string, string>();
  const walk = (properties: Template["properties"], prefix: string): void => {
    for (const [name, { type, properties: inner }] of Object.entries(properties)) {
      if (inner !== undefined) {
        walk(inner, `${prefix}${name}.`);
      } else {
        types.set(prefix + name, type ?? "object");
      }
    }
  };
  walk((JSON.parse(template) as Template).properties, "");
  return types;
}

const NUMBERS = ["long", "integer", "double"];
const COUNTABLE = ["keyword", "boolean", "date", "long", "integer"];

const FITTING: Readonly<Record<string, readonly string[]>> = {
  date_histogram: ["date"],
  terms: COUNTABLE,
  max: [...NUMBERS, "date"],
  min: [...NUMBERS, "date"],
  sum: NUMBERS,
  percentiles: NUMBERS,
};

/** Names that a query in Lucene's syntax asks for. */
export function queriedFields(query: string): string[] {
  const bare = query.replace(/"[^"]*"/g, '""').replace(/\$\{[^}]*\}/g, "x");
  const named = [...bare.matchAll(/([A-Za-z_][A-Za-z_0-9.]*):/g)].map((match) => match[1] ?? "");
  const existing = [...bare.matchAll(/_exists_:([A-Za-z_0-9.]+)/g)].map((match) => match[1] ?? "");
  return [...named.filter((name) => name !== "_exists_"), ...existing];
}

/** Fields that a dashboard asks for and Elasticsearch does not have, or not in a fitting type. */
export function wrongFields(dashboard: DashboardJson, mappings: Mappings): string[] {
  const inPanels = queryPanels(dashboard).flatMap((panel) =>
    targets(panel).flatMap((target) =>
      wrongInTarget(target, mappings).map(
        (text) => `panel ${panel.id}, query ${target.refId}: ${text}`,
      ),
    ),
  );
  const inAnnotations = dashboard.annotations.list.flatMap((annotation) =>
    wrongInAnnotation(annotation, mappings).map((text) => `annotation ${annotation.name}: ${text}`),
  );
  const inVariables = dashboard.templating.list
    .filter((variable) => variable.type === "query")
    .flatMap((variable) => {
      const { field, query } = JSON.parse(variable.query) as { field: string; query: string };
      const known = mappingOf(variable.datasource?.uid ?? "", mappings);
      return known === undefined
        ? []
        : unknown([field, ...queriedFields(query)], known).map(
            (text) => `variable ${variable.name}: ${text}`,
          );
    });
  return [...inPanels, ...inAnnotations, ...inVariables];
}

function mappingOf(uid: string, mappings: Mappings): Mapping | undefined {
  const source = sourceOf(uid);
  if (source === undefined) {
    return undefined;
  }
  const found = mappings.get(source.alias);
  if (found === undefined) {
    throw new Error(`${source.alias} has no template in the job; add it or drop the data source.`);
  }
  return found;
}

function unknown(fields: readonly string[], known: Mapping): string[] {
  return fields.filter((field) => !known.has(field)).map((field) => `there is no field ${field}.`);
}

function wrongInTarget(target: TargetJson, mappings: Mappings): string[] {
  const known = mappingOf(target.datasource.uid, mappings);
  if (known === undefined) {
    return [];
  }
  const inFilters = (target.bucketAggs ?? []).flatMap((bucket) =>
    (bucket.settings?.filters ?? []).flatMap((filter) => queriedFields(filter.query)),
  );
  const aggregated = [...(target.metrics ?? []), ...(target.bucketAggs ?? [])]
    .filter((part) => part.field !== undefined)
    .flatMap(({ type, field }) => {
      const actual = known.get(field ?? "");
      if (actual === undefined) {
        return [`there is no field ${field}.`];
      }
      return FITTING[type]?.includes(actual) === true
        ? []
        : [`${type} does not fit ${field}, which is a ${actual}.`];
    });
  return [...unknown([...queriedFields(target.query ?? ""), ...inFilters], known), ...aggregated];
}

function wrongInAnnotation(annotation: AnnotationJson, mappings: Mappings): string[] {
  const known = mappingOf(annotation.datasource.uid, mappings);
  const named = [
    annotation.timeField,
    annotation.textField,
    annotation.tagsField,
    ...(annotation.timeEndField === undefined ? [] : [annotation.timeEndField]),
    ...queriedFields(annotation.query),
  ];
  return known === undefined ? [] : unknown(named, known);
}
