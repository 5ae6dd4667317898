import { at, isObject, type Json, type JsonObject } from "./json";
import type { Cell, Field, FieldType, Frame } from "./frame";

const OF_THE_HIT = ["_id", "_index", "_type", "highlight", "sort"] as const;
const DEPTH = 10;

/**
 * One row for each document: the time field first, then the others by name, with what Elasticsearch
 * adds to a hit. Only the time field of the data source becomes a time; other instants stay text.
 */
export function rawFrame(refId: string, timeField: string, answer: Json): Frame {
  const hits = at(answer, "hits", "hits");
  const rows = (Array.isArray(hits) ? (hits as readonly JsonObject[]) : []).map(rowOf);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].sort(byName);
  const ordered = [
    ...names.filter((name) => name === timeField),
    ...names.filter((name) => name !== timeField),
  ];
  return { refId, fields: ordered.map((name) => fieldOf(name, timeField, rows)) };
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function rowOf(hit: JsonObject): JsonObject {
  const row: Record<string, Json> = {};
  for (const name of OF_THE_HIT) {
    row[name] = hit[name] ?? null;
  }
  flatten(hit["_source"] ?? {}, "", DEPTH, row);
  return row;
}

function flatten(value: Json, prefix: string, depth: number, into: Record<string, Json>): void {
  if (!isObject(value)) {
    return;
  }
  for (const [key, held] of Object.entries(value)) {
    const name = prefix === "" ? key : `${prefix}.${key}`;
    if (isObject(held) && depth > 1) {
      flatten(held, name, depth - 1, into);
    } else {
      into[name] = held ?? null;
    }
  }
}

function fieldOf(name: string, timeField: string, rows: readonly JsonObject[]): Field {
  const held = rows.map((row) => row[name] ?? null);
  if (name === timeField) {
    const values = held.map((value) => (typeof value === "string" ? Date.parse(value) : null));
    return { name, type: "time", values, config: {} };
  }
  const first = held.find((value) => value !== null);
  const type = typeNamed(typeof first);
  const values = held.map(
    (value): Cell =>
      type === "other"
        ? value === null
          ? null
          : JSON.stringify(value)
        : typeof value === typeof first
          ? (value as Cell)
          : null,
  );
  return { name, type, values, config: {} };
}

function typeNamed(type: string): FieldType {
  return type === "number" || type === "string" || type === "boolean" ? type : "other";
}
