import type { BucketAggregation, Metric, Override, Panel, Target } from "../query/model";
import { fieldsNamed } from "../query/lucene";
import { at, type Json, type JsonObject } from "../query/json";

/** A panel with one name of a field spoilt, and where. */
export interface Mutant {
  readonly place: string;
  readonly panel: Panel;
}

const SPOILT = "_spoilt";

/**
 * Every panel that differs from this one in exactly one name of a field.
 *
 * @param isUsed of overrides: those for series that the data do not have now are left as they are
 */
export function mutants(panel: Panel, isUsed: (override: Override) => boolean): readonly Mutant[] {
  const targets = panel.targets ?? [];
  return [
    ...targets.flatMap((target, place) =>
      ofTarget(target).map(({ place: where, target: spoilt }) => ({
        place: `${target.refId}: ${where}`,
        panel: { ...panel, targets: replaced(targets, place, spoilt) },
      })),
    ),
    ...ofNames(panel),
    ...ofOverrides(panel, isUsed),
  ];
}

interface TargetMutant {
  readonly place: string;
  readonly target: Target;
}

function ofTarget(target: Target): readonly TargetMutant[] {
  const query = target.query ?? "";
  return [
    ...spoiltQueries(query).map((spoilt) => ({
      place: `query ${spoilt}`,
      target: { ...target, query: spoilt },
    })),
    ...(target.bucketAggs ?? []).flatMap((bucket, place) =>
      ofBucket(bucket).map((spoilt) => ({
        place: `bucket ${JSON.stringify(spoilt.field ?? at(spoilt.settings, "filters"))}`,
        target: { ...target, bucketAggs: replaced(target.bucketAggs ?? [], place, spoilt) },
      })),
    ),
    ...(target.metrics ?? []).flatMap((metric, place) =>
      ofMetric(metric).map((spoilt) => ({
        place: `metric ${metric.type} ${String(spoilt.field)}`,
        target: { ...target, metrics: replaced(target.metrics ?? [], place, spoilt) },
      })),
    ),
  ];
}

function spoiltQueries(query: string): readonly string[] {
  // What variables stand for is no field.
  const plain = query.replace(/\$\{\w+(?::\w+)?\}/g, "0").replace(/\$\w+/g, "0");
  return fieldsNamed(plain).map((field) =>
    query.replace(
      new RegExp(`(^|[^\\w.])${field.replaceAll(".", "\\.")}(?![\\w.])`),
      `$1${field}${SPOILT}`,
    ),
  );
}

function ofBucket(bucket: BucketAggregation): readonly BucketAggregation[] {
  const list = bucket.settings?.["filters"];
  const filters = Array.isArray(list) ? (list as readonly JsonObject[]) : [];
  return [
    ...(bucket.field === undefined ? [] : [{ ...bucket, field: bucket.field + SPOILT }]),
    ...filters.flatMap((filter, place) =>
      spoiltQueries(String(filter["query"] ?? "")).map((query) => ({
        ...bucket,
        settings: {
          ...bucket.settings,
          filters: replaced(filters, place, { ...filter, query }) as Json,
        },
      })),
    ),
  ];
}

function ofMetric(metric: Metric): readonly Metric[] {
  return metric.field === undefined ? [] : [{ ...metric, field: metric.field + SPOILT }];
}

/** Transformations name fields in many places: each text that is one is spoilt in turn. */
function ofNames(panel: Panel): readonly Mutant[] {
  const all = panel.transformations ?? [];
  return all.flatMap((transformation, place) =>
    namePaths(transformation.options ?? {}).map((path) => ({
      place: `transformation ${transformation.id} ${path.join(".")}`,
      panel: {
        ...panel,
        transformations: replaced(all, place, {
          ...transformation,
          options: spoilt(transformation.options ?? {}, path) as JsonObject,
        }),
      },
    })),
  );
}

const HOLDS_NAMES = new Set(["names", "include", "byField", "fieldName", "left", "right"]);

function namePaths(value: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === "string") {
    return path.some((key) => HOLDS_NAMES.has(key)) && path.at(-1) !== "id" ? [path] : [];
  }
  if (value === null || typeof value !== "object") {
    return [];
  }
  return Object.entries(value).flatMap(([key, held]) =>
    namePaths((held ?? null) as Json, [...path, key]),
  );
}

function spoilt(value: Json, path: readonly string[]): Json {
  const [key, ...rest] = path;
  if (key === undefined) {
    return `${String(value)}${SPOILT}`;
  }
  const inner = spoilt((value as JsonObject)[key] ?? null, rest);
  return Array.isArray(value)
    ? replaced(value as readonly Json[], Number(key), inner)
    : { ...(value as JsonObject), [key]: inner };
}

function ofOverrides(panel: Panel, isUsed: (override: Override) => boolean): readonly Mutant[] {
  const all = panel.fieldConfig?.overrides ?? [];
  return all.flatMap((override, place) =>
    override.matcher.id !== "byName" || !isUsed(override)
      ? []
      : [
          {
            place: `override ${String(override.matcher.options)}`,
            panel: {
              ...panel,
              fieldConfig: {
                ...panel.fieldConfig,
                overrides: replaced(all, place, {
                  ...override,
                  matcher: {
                    ...override.matcher,
                    options: `${String(override.matcher.options)}${SPOILT}`,
                  },
                }),
              },
            },
          },
        ],
  );
}

function replaced<T>(list: readonly T[], place: number, value: T): readonly T[] {
  return list.map((held, number) => (number === place ? value : held));
}
