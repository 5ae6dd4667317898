import { filtersOf, topMetricFields } from "./aggregations";
import type { Search } from "./compile";
import { fieldsNamed } from "./lucene";
import type { BucketAggregation, Metric } from "./model";

/** What a field is needed for, which decides the type that fits. */
export type Need = "date" | "number" | "bucket" | "any value" | "search" | "read";

/** A field that a search uses. */
export interface FieldUse {
  readonly field: string;
  readonly need: Need;
}

const OF_NUMBERS = new Set(["avg", "sum", "min", "max", "percentiles", "extended_stats"]);

/** Every field that a search uses, with what for. */
export function fieldUses(search: Search): readonly FieldUse[] {
  const { target, source } = search;
  return [
    { field: source.timeField, need: "date" },
    ...searched(target.query ?? ""),
    ...(target.bucketAggs ?? []).flatMap((bucket) => ofBucket(bucket, source.timeField)),
    ...(target.metrics ?? []).flatMap(ofMetric),
  ];
}

function searched(query: string): readonly FieldUse[] {
  return fieldsNamed(query).map((field): FieldUse => ({ field, need: "search" }));
}

function ofBucket(bucket: BucketAggregation, timeField: string): readonly FieldUse[] {
  switch (bucket.type) {
    case "date_histogram":
      return [{ field: bucket.field ?? timeField, need: "date" }];
    case "histogram":
      return [{ field: bucket.field ?? "", need: "number" }];
    case "filters":
      return filtersOf(bucket).flatMap((filter) => searched(filter.query));
    default:
      return [{ field: bucket.field ?? "", need: "bucket" }];
  }
}

function ofMetric(metric: Metric): readonly FieldUse[] {
  if (metric.type === "top_metrics") {
    const orderBy = metric.settings?.["orderBy"];
    return [
      ...topMetricFields(metric).map((field): FieldUse => ({ field, need: "any value" })),
      ...(typeof orderBy === "string" ? [{ field: orderBy, need: "any value" } as const] : []),
    ];
  }
  if (metric.field === undefined) {
    return [];
  }
  return [{ field: metric.field, need: OF_NUMBERS.has(metric.type) ? "number" : "any value" }];
}
