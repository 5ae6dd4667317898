import { displayName, length, type Cell, type Field, type Frame } from "./frame";
import { calculateField } from "./calculate";
import { at, isObject, type Json, type JsonObject } from "./json";
import { joinByField, merge } from "./join";
import type { Transformation } from "./model";

/**
 * Applies a panel's transformations in their order.
 *
 * @throws Error for one that is not known here
 */
export function transformed(
  frames: readonly Frame[],
  transformations: readonly Transformation[] = [],
): readonly Frame[] {
  return transformations
    .filter((transformation) => transformation.disabled !== true)
    .reduce((held, transformation) => applyTo(held, transformation), frames);
}

/** Those that are meant for some frames only leave the others as they are. */
function applyTo(
  frames: readonly Frame[],
  { id, filter, options = {} }: Transformation,
): readonly Frame[] {
  if (filter === undefined) {
    return apply(frames, id, options);
  }
  if (filter.id !== "byRefId") {
    throw new Error(`${id}: the filter "${filter.id}" is not known here.`);
  }
  const chosen = patternOf(String(filter.options));
  return frames.flatMap((frame) =>
    isWhole(chosen, frame.refId) ? apply([frame], id, options) : [frame],
  );
}

/** A search that finds nothing gives no columns that could be missing. */
function eachFilled(frames: readonly Frame[], change: (frame: Frame) => Frame): readonly Frame[] {
  return frames.map((frame) => (frame.fields.length === 0 ? frame : change(frame)));
}

function isWhole(pattern: RegExp, text: string): boolean {
  return pattern.exec(text)?.[0] === text;
}

function apply(frames: readonly Frame[], id: string, options: JsonObject): readonly Frame[] {
  switch (id) {
    case "organize":
      return frames.map((frame) => organized(frame, options));
    case "joinByField":
      return joinByField(frames, options);
    case "merge":
      return merge(frames);
    case "calculateField":
      return eachFilled(frames, (frame) => calculateField(frame, options));
    case "filterFieldsByName":
      return frames.map((frame) => filtered(frame, options));
    case "filterByValue":
      return eachFilled(frames, (frame) => filterRows(frame, options));
    case "sortBy":
      return eachFilled(frames, (frame) => sorted(frame, options));
    case "limit":
      return frames.map((frame) =>
        rows(frame, [...Array(length(frame)).keys()].slice(0, Number(options["limitField"] ?? 10))),
      );
    case "convertFieldType":
      return frames.map((frame) => converted(frame, options));
    default:
      throw new Error(
        `The transformation "${id}" is not known here; add it to transformations.ts.`,
      );
  }
}

function organized(frame: Frame, options: JsonObject): Frame {
  const excluded = named(options, "excludeByName");
  const index = named(options, "indexByName");
  const renamed = named(options, "renameByName");
  const place = (field: Field): number => {
    const at = index[displayName(field)];
    return typeof at === "number" ? at : Number.MAX_SAFE_INTEGER;
  };
  const fields = frame.fields
    .filter((field) => excluded[displayName(field)] !== true)
    .sort((a, b) => place(a) - place(b))
    .map((field) => {
      const name = renamed[displayName(field)];
      return typeof name === "string" && name !== ""
        ? { ...field, config: { ...field.config, displayName: name } }
        : field;
    });
  return { ...frame, fields };
}

function named(options: JsonObject, key: string): JsonObject {
  const value = options[key];
  return isObject(value) ? value : {};
}

function filtered(frame: Frame, options: JsonObject): Frame {
  const names = at(options, "include", "names");
  const pattern = at(options, "include", "pattern");
  if (Array.isArray(names)) {
    const wanted = new Set((names as readonly Json[]).map(String));
    return { ...frame, fields: frame.fields.filter((field) => wanted.has(displayName(field))) };
  }
  if (typeof pattern === "string") {
    const wanted = patternOf(pattern);
    return { ...frame, fields: frame.fields.filter((field) => wanted.test(displayName(field))) };
  }
  throw new Error("filterFieldsByName: only include.names and include.pattern are known here.");
}

/** A regular expression written as `/…/` or plainly. */
export function patternOf(text: string): RegExp {
  return new RegExp(/^\/([\s\S]*)\/$/.exec(text)?.[1] ?? text);
}

function filterRows(frame: Frame, options: JsonObject): Frame {
  const list = Array.isArray(options["filters"]) ? (options["filters"] as readonly Json[]) : [];
  const tests = list.map((filter) => rowTest(frame, filter));
  const any = options["match"] === "any";
  const wanted = options["type"] === "include";
  const order = [...Array(length(frame)).keys()].filter(
    (row) => (any ? tests.some((test) => test(row)) : tests.every((test) => test(row))) === wanted,
  );
  return rows(frame, order);
}

function rowTest(frame: Frame, filter: Json): (row: number) => boolean {
  const name = at(filter, "fieldName");
  const field = frame.fields.find((candidate) => displayName(candidate) === name);
  const least = at(filter, "config", "options", "value");
  if (at(filter, "config", "id") !== "greaterOrEqual" || typeof least !== "number") {
    throw new Error(`filterByValue: only greaterOrEqual than a number is known here.`);
  }
  if (field === undefined) {
    throw new Error(`filterByValue: there is no field "${String(name)}".`);
  }
  return (row) => {
    const value = field.values[row];
    return typeof value === "number" && value >= least;
  };
}

function sorted(frame: Frame, options: JsonObject): Frame {
  const [by] = Array.isArray(options["sort"]) ? (options["sort"] as readonly Json[]) : [];
  const field = frame.fields.find((candidate) => displayName(candidate) === at(by, "field"));
  if (field === undefined) {
    throw new Error(`sortBy: there is no field "${String(at(by, "field"))}".`);
  }
  const turn = at(by, "desc") === true ? -1 : 1;
  const order = [...Array(length(frame)).keys()].sort(
    (a, b) => turn * compare(field.values[a] ?? null, field.values[b] ?? null),
  );
  return rows(frame, order);
}

/** Order of cells: empty ones first, then numbers by value and texts by their characters. */
export function compare(a: Cell, b: Cell): number {
  if (a === null || b === null) {
    return a === b ? 0 : a === null ? -1 : 1;
  }
  if (typeof a === "number" && typeof b === "number") {
    return a - b;
  }
  return String(a).localeCompare(String(b), "vi");
}

function rows(frame: Frame, order: readonly number[]): Frame {
  return {
    ...frame,
    fields: frame.fields.map((field) => ({
      ...field,
      values: order.map((row) => field.values[row] ?? null),
    })),
  };
}

function converted(frame: Frame, options: JsonObject): Frame {
  const list = Array.isArray(options["conversions"])
    ? (options["conversions"] as readonly Json[])
    : [];
  return list.reduce(
    (held: Frame, conversion) => ({
      ...held,
      fields: held.fields.map((field) =>
        displayName(field) === at(conversion, "targetField")
          ? convertedField(field, String(at(conversion, "destinationType")))
          : field,
      ),
    }),
    frame,
  );
}

function convertedField(field: Field, type: string): Field {
  switch (type) {
    case "time":
      return {
        ...field,
        type: "time",
        values: field.values.map((value) => (typeof value === "string" ? instant(value) : value)),
      };
    case "string":
      return {
        ...field,
        type: "string",
        values: field.values.map((value) => (value === null ? null : String(value))),
      };
    case "number":
      return {
        ...field,
        type: "number",
        values: field.values.map((value) => (value === null ? null : Number(value))),
      };
    default:
      throw new Error(`convertFieldType: the type "${type}" is not known here.`);
  }
}

function instant(text: string): number | null {
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time;
}
