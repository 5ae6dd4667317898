import type { FieldOptions } from "./model";

/** What a cell can hold. Times are epoch milliseconds in a field of type `time`. */
export type Cell = string | number | boolean | null;

export type FieldType = "time" | "number" | "string" | "boolean" | "other";

/**
 * A column.
 *
 * @property title given by the data source to a series; absent in tables
 */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly values: readonly Cell[];
  readonly title?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly config: FieldOptions;
}

/** A table, or one series of times and values. */
export interface Frame {
  readonly refId: string;
  readonly name?: string;
  readonly fields: readonly Field[];
}

/** The name Grafana shows, and by which transformations and overrides find a field. */
export function displayName(field: Field): string {
  return field.config.displayName ?? field.title ?? field.name;
}

/** Number of rows. */
export function length(frame: Frame): number {
  return frame.fields[0]?.values.length ?? 0;
}

/** A column whose type is that of its first value. */
export function column(name: string, values: readonly Cell[]): Field {
  return { name, type: typeOf(values), values, config: {} };
}

function typeOf(values: readonly Cell[]): FieldType {
  switch (typeof values.find((value) => value !== null)) {
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    case "string":
      return "string";
    default:
      return "other";
  }
}
