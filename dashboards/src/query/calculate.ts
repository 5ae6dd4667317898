import { displayName, length, type Cell, type Field, type Frame } from "./frame";
import { at, type Json, type JsonObject } from "./json";

type Operation = (left: number, right: number) => number;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
};

/** The transformation calculateField in its modes `binary` and `reduceRow`. */
export function calculateField(frame: Frame, options: JsonObject): Frame {
  const alias = options["alias"];
  if (typeof alias !== "string" || alias === "") {
    throw new Error("calculateField needs an alias.");
  }
  const values = calculated(frame, options);
  const added: Field = { name: alias, type: "number", values, config: {} };
  const kept =
    options["replaceFields"] === true
      ? frame.fields.filter((field) => field.type === "time")
      : frame.fields;
  return { ...frame, fields: [...kept, added] };
}

function calculated(frame: Frame, options: JsonObject): readonly Cell[] {
  switch (options["mode"]) {
    case "binary":
      return binary(frame, options["binary"] ?? null);
    case "reduceRow":
      return reducedRows(frame, options["reduce"] ?? null);
    default:
      throw new Error(`calculateField: the mode "${String(options["mode"])}" is not known here.`);
  }
}

function binary(frame: Frame, options: Json): readonly Cell[] {
  const operation = OPERATIONS[String(at(options, "operator"))];
  if (operation === undefined) {
    throw new Error(
      `calculateField: the operator "${String(at(options, "operator"))}" is not known here.`,
    );
  }
  const left = operand(frame, at(options, "left"));
  const right = operand(frame, at(options, "right"));
  return rowNumbers(frame).map((row) => {
    const value = operation(left(row), right(row));
    // Dividing by zero gives no number that JSON or a reader could take.
    return Number.isFinite(value) ? value : null;
  });
}

function operand(frame: Frame, given: Json | undefined): (row: number) => number {
  const fixed = at(given, "fixed");
  const named = at(given, "matcher", "options") ?? (typeof given === "string" ? given : undefined);
  if (fixed !== undefined && fixed !== "") {
    return () => Number(fixed);
  }
  const field = frame.fields.find(
    (candidate) => displayName(candidate) === named || candidate.name === named,
  );
  if (field === undefined) {
    if (typeof named === "string" && named !== "" && Number.isFinite(Number(named))) {
      return () => Number(named);
    }
    throw new Error(`calculateField: there is no field "${String(named)}".`);
  }
  return (row) => {
    const value = field.values[row];
    return typeof value === "number" ? value : Number.NaN;
  };
}

function reducedRows(frame: Frame, options: Json): readonly Cell[] {
  const include = at(options, "include");
  const names = Array.isArray(include)
    ? new Set((include as readonly Json[]).map(String))
    : undefined;
  const reduce = reducer(String(at(options, "reducer")));
  const fields = frame.fields.filter(
    (field) =>
      field.type !== "string" && (names?.has(displayName(field)) ?? field.type === "number"),
  );
  return rowNumbers(frame).map((row) =>
    reduce(fields.map((field) => field.values[row]).filter((value) => typeof value === "number")),
  );
}

function reducer(name: string): (values: readonly number[]) => Cell {
  switch (name) {
    case "sum":
      return (values) => values.reduce((sum, value) => sum + value, 0);
    case "max":
      return (values) => (values.length === 0 ? null : Math.max(...values));
    default:
      throw new Error(`calculateField: the reducer "${name}" is not known here.`);
  }
}

function rowNumbers(frame: Frame): readonly number[] {
  return [...Array(length(frame)).keys()];
}
