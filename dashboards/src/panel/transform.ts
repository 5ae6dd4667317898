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

/** One row per value of a field, with the columns of all queries side by side. */
export function joinBy(field: string): DataTransformerConfig {
  return { id: "joinByField", options: { byField: field, mode: "outer" } };
}
