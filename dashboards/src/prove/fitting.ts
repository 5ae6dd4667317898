import type { Search } from "../query/compile";
import { fieldUses, type FieldUse, type Need } from "../query/fields";
import type { Cluster, FieldCapability } from "./cluster";

const NUMBERS = new Set(["long", "integer", "double", "float", "short"]);
const DATES = new Set(["date", "date_nanos"]);

/** What is wrong with the fields of a search: nothing when the list is empty. */
export async function misfits(search: Search, cluster: Cluster): Promise<readonly string[]> {
  const fields = await cluster.fields(search.source.index);
  if (fields === undefined) {
    return [`there is no index ${search.source.index}`];
  }
  return fieldUses(search).flatMap((use) => {
    const held = fields.get(use.field);
    return held === undefined
      ? [`${search.source.index} has no field "${use.field}" (${use.need})`]
      : misfit(search.source.index, use, held);
  });
}

function misfit(index: string, use: FieldUse, held: FieldCapability): readonly string[] {
  const types = held.types.join(", ");
  if (held.types.length !== 1) {
    return [`${index}: "${use.field}" has several types: ${types}`];
  }
  if (!held.aggregatable && use.need !== "search" && use.need !== "read") {
    return [`${index}: "${use.field}" cannot be aggregated`];
  }
  return fits(use.need, held.types[0] ?? "")
    ? []
    : [`${index}: "${use.field}" is ${types}, not fit for: ${use.need}`];
}

function fits(need: Need, type: string): boolean {
  switch (need) {
    case "date":
      return DATES.has(type);
    case "number":
      return NUMBERS.has(type) || DATES.has(type);
    case "bucket":
      return type !== "text" && type !== "binary";
    case "any value":
    case "search":
    case "read":
      return type !== "binary";
  }
}
