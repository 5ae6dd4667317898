import type { DataTransformerConfig } from "@grafana/grafana-foundation-sdk/dashboard";

/** Keeps these fields, in this order. */
export function only(names: readonly string[]): DataTransformerConfig[] {
  return [
    { id: "filterFieldsByName", options: { include: { names: [...names] } } },
    {
      id: "organize",
      options: {
        excludeByName: {},
        indexByName: Object.fromEntries(names.map((name, index) => [name, index])),
        renameByName: {},
      },
    },
  ];
}

/** Adds the sum of fields of the same row; absent ones count as nothing. */
export function sumOf(name: string, of: readonly string[]): DataTransformerConfig {
  return reduceRow(name, of, "sum");
}

/** Shows a field twice; no value stays no value. */
export function copyOf(name: string, of: string): DataTransformerConfig {
  return reduceRow(name, [of], "max");
}

function reduceRow(name: string, of: readonly string[], reducer: string): DataTransformerConfig {
  return {
    id: "calculateField",
    options: {
      mode: "reduceRow",
      alias: name,
      reduce: { include: [...of], reducer },
      replaceFields: false,
    },
  };
}

/**
 * One row per value of a field, with the columns of all queries side by side.
 *
 * @param mode `inner` keeps only values that every query has
 */
export function joinBy(field: string, mode: "outer" | "inner" = "outer"): DataTransformerConfig {
  return { id: "joinByField", options: { byField: field, mode } };
}

/** Rows whose field is at least so much. */
export function atLeast(field: string, value: number): DataTransformerConfig {
  return {
    id: "filterByValue",
    options: {
      type: "include",
      match: "any",
      filters: [
        { fieldName: field, config: { id: "greaterOrEqual", options: { value } } },
      ],
    },
  };
}

/** Adds a ratio of two fields of the same row; the query must leave out denominators of 0. */
export function ratioOf(name: string, numerator: string, denominator: string): DataTransformerConfig {
  return {
    id: "calculateField",
    options: {
      mode: "binary",
      alias: name,
      binary: {
        left: { matcher: { id: "byName", options: numerator } },
        operator: "/",
        right: { matcher: { id: "byName", options: denominator } },
      },
      replaceFields: false,
    },
  };
}

/** Adds the milliseconds from an instant to the end of the time range. Needs Grafana 12. */
export function sinceThen(name: string, instant: string): DataTransformerConfig {
  return {
    id: "calculateField",
    options: {
      mode: "binary",
      alias: name,
      binary: {
        left: { fixed: "${__to}" },
        operator: "-",
        right: { matcher: { id: "byName", options: instant } },
      },
      replaceFields: false,
    },
  };
}

/** Gives a field of one query another name, so that it can be joined with one of the same name. */
export function rename(refId: string, from: string, to: string): DataTransformerConfig {
  return {
    id: "organize",
    filter: { id: "byRefId", options: refId },
    options: { excludeByName: {}, indexByName: {}, renameByName: { [from]: to } },
  };
}

/** Raw documents bring dates as text, all but that of the data source's time field. */
export function asTime(field: string): DataTransformerConfig {
  return {
    id: "convertFieldType",
    options: { fields: {}, conversions: [{ targetField: field, destinationType: "time" }] },
  };
}
