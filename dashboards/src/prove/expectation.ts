import type { TimeRange } from "../query/compile";
import { compare } from "../query/transformations";
import type { Cell } from "../query/frame";
import { reduced } from "../query/reduce";
import type { Shown } from "../query/show";
import type { Variables } from "../query/variables";
import type { Documents } from "./documents";

/** What an expectation is computed from: the replayed documents, where the panel looks, and `T`. */
export interface Facts {
  readonly documents: Documents;
  readonly range: TimeRange;
  readonly now: number;
  readonly variables: Variables;
  readonly language: string;
}

/** Rows of a table, or the one row of a stat. */
export interface Expected {
  readonly rows: readonly (readonly Cell[])[];
  /** By how much a number may differ, relatively: Elasticsearch estimates percentiles. */
  readonly tolerance?: number;
  /** Only so many are shown, those greatest in a column; of equal ones any. */
  readonly newest?: { readonly column: number; readonly most: number };
  /** The figures of a stat may stand in another order. */
  readonly anyOrder?: boolean;
}

/** Computes what a panel must show, in plain code and not from the panel's queries. */
export type Expectation = (facts: Facts) => Expected;

const EXACT = 1e-9;
const SHOWN = 5;

/** How the panel differs from what is expected, a few lines at most. */
export function differences(shown: Shown, expected: Expected): readonly string[] {
  if (expected.newest !== undefined && expected.rows.length > expected.newest.most) {
    return differencesOfNewest(rowsOf(shown), expected.rows, expected.newest);
  }
  const turned = expected.anyOrder === true ? ordered : asIs;
  const actual = sorted(turned(rowsOf(shown)));
  const wanted = sorted(turned(expected.rows));
  const tolerance = expected.tolerance ?? EXACT;
  if (actual.length !== wanted.length) {
    return [
      `shows ${actual.length} rows instead of ${wanted.length}: ${JSON.stringify(actual.slice(0, SHOWN))} instead of ${JSON.stringify(wanted.slice(0, SHOWN))}`,
    ];
  }
  return actual
    .flatMap((row, place) => {
      const other = wanted[place] ?? [];
      return same(row, other, tolerance)
        ? []
        : [`shows ${JSON.stringify(row)} instead of ${JSON.stringify(other)}`];
    })
    .slice(0, SHOWN);
}

function differencesOfNewest(
  actual: Rows,
  candidates: Rows,
  { column, most }: { readonly column: number; readonly most: number },
): readonly string[] {
  const known = new Set(candidates.map((row) => JSON.stringify(row)));
  const seen = new Set(actual.map((row) => JSON.stringify(row)));
  const border = Math.min(...actual.map((row) => Number(row[column])));
  return [
    ...(actual.length === most ? [] : [`shows ${actual.length} rows instead of ${most}`]),
    ...actual
      .filter((row) => !known.has(JSON.stringify(row)))
      .map((row) => `shows ${JSON.stringify(row)}, which is not to be there`),
    ...candidates
      .filter((row) => Number(row[column]) > border && !seen.has(JSON.stringify(row)))
      .map((row) => `does not show ${JSON.stringify(row)}`),
  ].slice(0, SHOWN);
}

/** What a reader sees: the rows of a table, or the figures of a stat as one row. */
export function rowsOf(shown: Shown): readonly (readonly Cell[])[] {
  if (shown.panel.type === "table") {
    const fields = shown.shown[0]?.fields ?? [];
    return (fields[0]?.values ?? []).map((_, row) =>
      fields.map((field) => field.values[row] ?? null),
    );
  }
  return [reduced(shown.shown, shown.panel.options).map((figure) => figure.value)];
}

type Rows = readonly (readonly Cell[])[];

function asIs(rows: Rows): Rows {
  return rows;
}

function ordered(rows: Rows): Rows {
  return rows.map((row) => [...row].sort(compare));
}

function sorted(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  return [...rows].sort((a, b) => {
    const place = a.findIndex((cell, column) => compare(cell, b[column] ?? null) !== 0);
    return place === -1 ? 0 : compare(a[place] ?? null, b[place] ?? null);
  });
}

function same(actual: readonly Cell[], expected: readonly Cell[], tolerance: number): boolean {
  return (
    actual.length === expected.length &&
    actual.every((cell, column) => sameCell(cell, expected[column] ?? null, tolerance))
  );
}

function sameCell(actual: Cell, expected: Cell, tolerance: number): boolean {
  if (typeof actual === "number" && typeof expected === "number") {
    return Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected));
  }
  return actual === expected;
}
