import { ALL_PROVIDERS, TIME_ZONE } from "../panel/bucket";
import { SOURCES, type DocumentSource } from "../panel/source";
import type { BucketJson, DashboardJson, PanelJson, TargetJson } from "./model";
import { queryPanels, targets } from "./model";
import type { Rule } from "./rule";

const METRICS = ["count", "max", "min", "sum", "percentiles", "raw_data"];
const BUCKETS = ["terms", "filters", "date_histogram"];

/** Documents whose source holds keys of targets or contents, or the bytes of a record. */
const SECRET_ALIASES = ["takedown-cases", "takedown-dead-letters"];
const SECRET_FIELDS = ["target_key", "content_key", "account_key", "original_bytes", "record_key"];

/** Fields that every document has, so that "all" means all. */
const NEVER_NULL = ["provider_id", "category"];

interface Query {
  readonly where: string;
  readonly panel: PanelJson;
  readonly target: TargetJson;
  readonly source: DocumentSource;
}

function queries(dashboard: DashboardJson): Query[] {
  return queryPanels(dashboard).flatMap((panel) =>
    targets(panel).flatMap((target) => {
      const source = sourceOf(target.datasource.uid);
      return source === undefined
        ? []
        : [{ where: `panel ${panel.id}, query ${target.refId}`, panel, target, source }];
    }),
  );
}

/** The document source behind a reference, undefined for Prometheus. */
export function sourceOf(uid: string): DocumentSource | undefined {
  return SOURCES.find(
    (source): source is DocumentSource =>
      source.kind === "elasticsearch" && uid === `\${${source.variable}}`,
  );
}

function buckets(target: TargetJson): BucketJson[] {
  return target.bucketAggs ?? [];
}

function each(name: string, complaint: (query: Query) => string[]): Rule {
  return {
    name,
    check: (dashboard) =>
      queries(dashboard).flatMap((query) =>
        complaint(query).map((text) => `${query.where}: ${text}`),
      ),
  };
}

/** What a query to Elasticsearch may be. */
export const QUERY_RULES: readonly Rule[] = [
  each("known-aggregations", ({ target }) => [
    ...(target.metrics ?? [])
      .filter((metric) => !METRICS.includes(metric.type))
      .map((metric) => `metric ${metric.type} is not one of ${METRICS.join(", ")}.`),
    ...buckets(target)
      .filter((bucket) => !BUCKETS.includes(bucket.type))
      .map((bucket) => `bucket ${bucket.type} is not one of ${BUCKETS.join(", ")}.`),
    ...(JSON.stringify(target).includes('"script"') ? ["scripts are not used here."] : []),
    ...((target.metrics ?? []).length === 0 ? ["give it a metric."] : []),
  ]),
  each("buckets-or-documents", ({ target }) =>
    (target.metrics ?? []).some((metric) => metric.type === "raw_data") ===
    (buckets(target).length === 0)
      ? []
      : ["raw documents take no bucket, and metrics need one."],
  ),
  each("unique-aggregation-ids", ({ target }) => {
    const ids = [...(target.metrics ?? []), ...buckets(target)].map((part) => part.id);
    return new Set(ids).size === ids.length ? [] : ["an aggregation id is used twice."];
  }),
  each("time-zone-in-every-histogram", ({ target }) =>
    buckets(target)
      .filter((bucket) => bucket.type === "date_histogram")
      .filter((bucket) => bucket.settings?.timeZone !== TIME_ZONE)
      .map((bucket) => `bucket ${bucket.id}: set timeZone to ${TIME_ZONE}.`),
  ),
  each("one-time-field-per-source", ({ target, source }) => [
    ...(target.timeField === source.timeField ? [] : [`timeField must be ${source.timeField}.`]),
    ...buckets(target)
      .filter((bucket) => bucket.type === "date_histogram" && bucket.field !== source.timeField)
      .map((bucket) => `bucket ${bucket.id}: ${bucket.field} needs a data source of its own.`),
  ]),
  each("all-providers", ({ target }) =>
    buckets(target)
      .filter((bucket) => bucket.type === "terms" && bucket.field === "provider_id")
      // Below a bucket of cases there is one provider.
      .filter(() => buckets(target)[0]?.field !== "case_id")
      .filter((bucket) => Number(bucket.settings?.size) < ALL_PROVIDERS)
      .map((bucket) => `bucket ${bucket.id}: size must be ${ALL_PROVIDERS}, or it is a top ten.`),
  ),
  each("ordered-on-purpose", ({ target }) =>
    buckets(target)
      .filter((bucket) => bucket.type === "terms")
      .filter((bucket) => !/^(_key|_count|\d+)$/.test(bucket.settings?.orderBy ?? ""))
      .map((bucket) => `bucket ${bucket.id}: order by _key, _count or the id of a metric.`),
  ),
  each("no-percentile-of-nothing", ({ target }) =>
    (target.metrics ?? [])
      .filter((metric) => metric.type === "percentiles")
      .filter(
        (metric) =>
          !(target.query ?? "").includes(`_exists_:${metric.field}`) ||
          !(target.metrics ?? []).some((other) => other.type === "count"),
      )
      .map((metric) => `add _exists_:${metric.field} and a count, or nothing is shown as 0.`),
  ),
  each("one-cohort-per-row", ({ target, source }) => {
    if (source.alias !== "takedown-provider-periods") {
      return [];
    }
    const query = target.query ?? "";
    const has = (field: string): boolean => buckets(target).some((one) => one.field === field);
    const provider = /(^|[^T] )provider_id:(_all|\$provider)/.test(query) || has("provider_id");
    const start = /start:\["\$\{year\}-01-01(\|\|-1y)?" TO "\$\{year\}-01-01/.test(query);
    return [
      ...(/period:(\$period|DAY|MONTH|QUARTER|YEAR)/.test(query) ? [] : ["name the period."]),
      ...(provider ? [] : ["name one provider or bucket by provider_id."]),
      ...(start || has("start") ? [] : ["name one start or bucket by start."]),
      ...(has("provider_id") && !query.includes("provider_id:_all")
        ? ["say whether _all is meant."]
        : []),
    ];
  }),
  each("states-without-time-range", ({ panel, source }) =>
    source.alias === "takedown-provider-states" && panel.timeFrom === undefined
      ? ["look back for ever, or the newest state may lie outside of the time range."]
      : [],
  ),
  each("no-secrets", ({ target, source }) => {
    const raw = (target.metrics ?? []).some((metric) => metric.type === "raw_data");
    const fields = [...(target.metrics ?? []), ...buckets(target)].map((part) => part.field ?? "");
    return [
      ...(raw && SECRET_ALIASES.includes(source.alias)
        ? [`raw documents of ${source.alias} would bring keys into the browser.`]
        : []),
      ...fields.filter((field) => SECRET_FIELDS.includes(field)).map((field) => `leave out ${field}.`),
    ];
  }),
  {
    name: "all-means-all",
    check: (dashboard) =>
      dashboard.templating.list
        .filter((variable) => variable.type === "query")
        .flatMap((variable) => {
          const field = (JSON.parse(variable.query) as { field: string }).field;
          return [
            ...(variable.includeAll && variable.allValue !== "*"
              ? [`variable ${variable.name}: set allValue to *.`]
              : []),
            ...(NEVER_NULL.includes(field)
              ? []
              : [`variable ${variable.name}: ${field} may be null, so "all" would not be all.`]),
          ];
        }),
  },
];
