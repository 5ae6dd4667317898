import { displayName, length, type Cell, type Field, type Frame } from "./frame";
import type { JsonObject } from "./json";

/** The transformation joinByField, outer (the default) or inner. Keys keep their first order. */
export function joinByField(frames: readonly Frame[], options: JsonObject): readonly Frame[] {
  if (frames.length < 2) {
    return frames;
  }
  const by = String(options["byField"] ?? "");
  const inner = options["mode"] === "inner";
  const tables = frames
    .filter((frame) => frame.fields.length > 0)
    .map((frame) => ({ frame, key: keyField(frame, by) }));
  const [first] = tables;
  if (first === undefined) {
    return frames;
  }
  const held = tables.map((table) => new Map(table.key.values.map((value, row) => [value, row])));
  const all = [...new Set(tables.flatMap((table) => table.key.values))];
  const keys = inner ? all.filter((key) => held.every((rows) => rows.has(key))) : all;
  const ordered =
    first.key.type === "time" ? [...keys].sort((a, b) => Number(a) - Number(b)) : keys;
  const joined = tables.flatMap((table, place) =>
    table.frame.fields
      .filter((field) => field !== table.key)
      .map((field) => ({
        ...field,
        values: ordered.map((key): Cell => field.values[held[place]?.get(key) ?? -1] ?? null),
      })),
  );
  return [
    {
      refId: frames.map((frame) => frame.refId).join("-"),
      fields: [{ ...first.key, values: ordered }, ...told(joined)],
    },
  ];
}

/** Fields of the same name are told apart by their query, as Grafana does with frames without names. */
function told(fields: readonly Field[]): readonly Field[] {
  const counts = new Map<string, number>();
  for (const field of fields) {
    counts.set(displayName(field), (counts.get(displayName(field)) ?? 0) + 1);
  }
  const seen = new Map<string, number>();
  return fields.map((field) => {
    const name = displayName(field);
    if ((counts.get(name) ?? 0) < 2) {
      return field;
    }
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    return { ...field, title: `${name} ${number}` };
  });
}

function keyField(frame: Frame, by: string): Field {
  const field = frame.fields.find(
    (candidate) => displayName(candidate) === by || candidate.name === by,
  );
  if (field === undefined) {
    throw new Error(
      `joinByField: frame ${frame.refId} has no field "${by}" but ${frame.fields.map(displayName).join(", ")}.`,
    );
  }
  return field;
}

/** The transformation merge: rows with the same values in all common columns become one. */
export function merge(frames: readonly Frame[]): readonly Frame[] {
  const tables = frames.filter((frame) => frame.fields.length > 0);
  if (tables.length < 2) {
    return frames;
  }
  const names = [...new Set(tables.flatMap((frame) => frame.fields.map(displayName)))];
  const common = names.filter((name) =>
    tables.every((frame) => frame.fields.some((field) => displayName(field) === name)),
  );
  const rows = new Map<string, Map<string, Cell>>();
  for (const frame of tables) {
    for (let row = 0; row < length(frame); row++) {
      const cells = new Map(
        frame.fields.map((field) => [displayName(field), field.values[row] ?? null]),
      );
      const key = JSON.stringify(common.map((name) => cells.get(name)));
      rows.set(key, new Map([...(rows.get(key) ?? []), ...cells]));
    }
  }
  const fields = names.map((name) => {
    const model = tables
      .flatMap((frame) => frame.fields)
      .find((field) => displayName(field) === name);
    return {
      name,
      type: model?.type ?? "other",
      config: model?.config ?? {},
      values: [...rows.values()].map((cells) => cells.get(name) ?? null),
    } satisfies Field;
  });
  return [{ refId: tables.map((frame) => frame.refId).join("-"), fields }];
}
