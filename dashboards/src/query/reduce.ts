import { displayName, type Cell, type Field, type Frame } from "./frame";
import { at, type Json, type JsonObject } from "./json";
import { patternOf } from "./transformations";

/** One number or text of a stat, gauge or bar gauge. */
export interface Reduced {
  readonly name: string;
  readonly field: Field;
  readonly value: Cell;
}

/** The values that `options.reduceOptions` of a panel picks from its frames. */
export function reduced(frames: readonly Frame[], options: JsonObject = {}): readonly Reduced[] {
  const fields = String(at(options, "reduceOptions", "fields") ?? "");
  const picked = frames.flatMap((frame) =>
    frame.fields.filter((field) => isPicked(field, fields)).map((field) => ({ frame, field })),
  );
  if (at(options, "reduceOptions", "values") === true) {
    const limit = Number(at(options, "reduceOptions", "limit") ?? 25);
    return picked.flatMap(({ frame, field }) =>
      field.values
        .slice(0, limit)
        .map((value, row) => ({ name: rowName(frame, field, row), field, value })),
    );
  }
  const calcs = at(options, "reduceOptions", "calcs");
  const [calc] = Array.isArray(calcs) ? (calcs as readonly Json[]) : [];
  return picked.map(({ field }) => ({
    name: displayName(field),
    field,
    value: calculated(field.values, String(calc)),
  }));
}

function isPicked(field: Field, fields: string): boolean {
  return fields === "" ? field.type === "number" : patternOf(fields).test(displayName(field));
}

/** Rows are called by their first text. */
function rowName(frame: Frame, field: Field, row: number): string {
  const text = frame.fields.find((candidate) => candidate.type === "string" && candidate !== field);
  return text === undefined ? displayName(field) : String(text.values[row] ?? "");
}

function calculated(values: readonly Cell[], calc: string): Cell {
  const present = values.filter((value) => value !== null);
  const numbers = present.filter((value) => typeof value === "number");
  switch (calc) {
    case "lastNotNull":
      return present.at(-1) ?? null;
    case "last":
      return values.at(-1) ?? null;
    case "firstNotNull":
      return present[0] ?? null;
    case "sum":
      return numbers.reduce((sum, value) => sum + value, 0);
    case "max":
      return numbers.length === 0 ? null : Math.max(...numbers);
    case "min":
      return numbers.length === 0 ? null : Math.min(...numbers);
    case "mean":
      return numbers.length === 0
        ? null
        : numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    case "count":
      return values.length;
    default:
      throw new Error(`The calculation "${calc}" is not known here; add it to reduce.ts.`);
  }
}
