import type { Cell } from "../../query/frame";
import type { JsonObject } from "../../query/json";
import type { Facts } from "../expectation";

/** A document of a replay. */
export type Document = JsonObject;

/** A field as text; empty where there is none. */
export function text(document: Document, field: string): string {
  const value = document[field];
  return value === null || value === undefined ? "" : String(value);
}

/** A field as a number, null where there is none. */
export function number(document: Document, field: string): number | null {
  const value = document[field];
  return typeof value === "number" ? value : null;
}

/** An instant as epoch milliseconds, null where there is none. */
export function instant(document: Document, field: string): number | null {
  const value = document[field];
  return typeof value === "string" ? Date.parse(value) : null;
}

/** The documents of an alias whose time lies where the panel looks. */
export function inRange(facts: Facts, alias: string, timeField: string): readonly Document[] {
  return all(facts, alias).filter((document) => {
    const time = instant(document, timeField);
    return time !== null && time >= facts.range.from && time <= facts.range.to;
  });
}

/** The documents of an alias of any time. */
export function all(facts: Facts, alias: string): readonly Document[] {
  return facts.documents.get(alias) ?? [];
}

/** The one value that a variable stands for, undefined for all. */
export function chosen(facts: Facts, variable: string): string | undefined {
  const value = facts.variables.get(variable);
  return value?.kind === "values" ? value.values[0] : undefined;
}

/** Documents by the text of one or several fields, joined by a bar. */
export function groups(
  documents: readonly Document[],
  ...fields: readonly string[]
): ReadonlyMap<string, readonly Document[]> {
  const found = new Map<string, Document[]>();
  for (const document of documents) {
    if (fields.every((field) => text(document, field) !== "")) {
      const key = fields.map((field) => text(document, field)).join("|");
      found.set(key, [...(found.get(key) ?? []), document]);
    }
  }
  return found;
}

/** The sum of a field; absent ones count as nothing. */
export function total(documents: readonly Document[], field: string): number {
  return documents.reduce((sum, document) => sum + (number(document, field) ?? 0), 0);
}

/** The smallest of the numbers, null of none. */
export function least(values: readonly (number | null)[]): number | null {
  const present = values.filter((value) => value !== null);
  return present.length === 0 ? null : Math.min(...present);
}

/** The greatest of the numbers, null of none. */
export function greatest(values: readonly (number | null)[]): number | null {
  const present = values.filter((value) => value !== null);
  return present.length === 0 ? null : Math.max(...present);
}

/** Several figures of a document, in order. */
export function numbers(
  document: Document | undefined,
  fields: readonly string[],
): readonly Cell[] {
  return fields.map((field) => (document === undefined ? null : number(document, field)));
}

/** The counts whose sum is what was due (contract section 4). */
export const DUE = ["on_time", "breach", "indeterminate", "overdue", "unobserved", "unconfirmed"];

/** Cases that were due in a cohort. */
export function due(period: Document): number {
  return DUE.reduce((sum, field) => sum + (number(period, field) ?? 0), 0);
}

/** The cohorts of a provider, `_all` for all together, of the chosen length, oldest first. */
export function cohorts(facts: Facts, provider: string): readonly Document[] {
  return inRange(facts, "takedown-provider-periods", "start")
    .filter((period) => text(period, "provider_id") === provider)
    .filter((period) => text(period, "period") === chosen(facts, "period"))
    .sort((a, b) => (text(a, "start") < text(b, "start") ? -1 : 1));
}

/** How a provider stands at the end. */
export function standing(facts: Facts, provider: string): Document | undefined {
  return all(facts, "takedown-provider-states").find(
    (state) => text(state, "provider_id") === provider,
  );
}

/** The share of 90 days of a provider that had enough cases for one. */
export function share90(state: Document | undefined): number | null {
  return state !== undefined && (number(state, "due_90d") ?? 0) >= ENOUGH
    ? number(state, "compliance_90d")
    : null;
}

/** True of a case that is open after its deadline and not down. */
export function isOverdue(found: Document): boolean {
  return (
    ["BREACH", "OVERDUE", "UNOBSERVED", "UNCONFIRMED"].includes(text(found, "verdict")) &&
    !["REMOVED", "WITHDRAWN"].includes(text(found, "state"))
  );
}

/** The smallest cohort of which a share is shown. */
export const ENOUGH = 20;
