import type { Cell, Field } from "../query/frame";
import { at, isObject, type Json, type JsonObject } from "../query/json";
import { clock, relative, stamp } from "./time";

const STEPS: Readonly<Record<string, readonly string[]>> = {
  bytes: ["B", "KiB", "MiB", "GiB", "TiB"],
  cps: ["c/s", "Kc/s", "Mc/s"],
};
const DURATIONS: readonly (readonly [name: string, ms: number])[] = [
  ["year", 31_536_000_000],
  ["month", 2_628_000_000],
  ["week", 604_800_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
  ["millisecond", 1],
];

/**
 * The text of a cell in the unit of its field, as Grafana writes it: with a point before decimals
 * and English names of durations in every language.
 *
 * @param now for relative times, in epoch milliseconds
 */
export function formatted(field: Field, value: Cell, now: number): string {
  const mapped = mapping(field, value);
  if (mapped?.text !== undefined) {
    return mapped.text;
  }
  if (value === null || value === "") {
    return field.config.noValue ?? "";
  }
  const unit = field.config.unit ?? (field.type === "time" ? "dateTimeAsIso" : "none");
  if (isOfTime(unit)) {
    const time = typeof value === "string" ? Date.parse(value) : Number(value);
    return Number.isNaN(time) ? String(value) : timeText(unit, time, now);
  }
  return typeof value === "number" ? numberText(unit, value, field.config.decimals) : String(value);
}

function isOfTime(unit: string): boolean {
  return unit.startsWith("dateTime") || unit.startsWith("time:");
}

function timeText(unit: string, time: number, now: number): string {
  if (unit === "dateTimeFromNow") {
    return relative(time, now);
  }
  return stamp(time, unit.startsWith("time:") ? unit.slice("time:".length) : "YYYY-MM-DD HH:mm:ss");
}

/** A number in a unit of Grafana. */
export function numberText(unit: string, value: number, decimals: number | undefined): string {
  switch (unit) {
    case "none":
    case "short":
    case "string":
    case "locale":
      return fixed(value, decimals);
    case "percentunit":
      return `${fixed(value * 100, decimals)}%`;
    case "percent":
      return `${fixed(value, decimals)}%`;
    case "dtdurationms":
      return durationWords(value, decimals ?? 0);
    case "clockms":
      return clock(value, decimals);
    case "h":
      return `${fixed(value, decimals)} h`;
    case "ms":
    case "s":
      return shortDuration(unit === "s" ? value * 1000 : value, decimals);
    default:
      return stepped(unit, value, decimals);
  }
}

function stepped(unit: string, value: number, decimals: number | undefined): string {
  const names = STEPS[unit];
  if (names === undefined) {
    throw new Error(`The unit "${unit}" is not known here; add it to format.ts.`);
  }
  const factor = unit === "bytes" ? 1024 : 1000;
  let step = 0;
  let left = value;
  while (Math.abs(left) >= factor && step < names.length - 1) {
    left /= factor;
    step++;
  }
  return `${fixed(left, decimals)} ${names[step]}`;
}

/** Without a number of decimals about three digits are shown. */
function fixed(value: number, decimals: number | undefined): string {
  if (decimals !== undefined) {
    return value.toFixed(decimals);
  }
  const size = Math.abs(value);
  const places = Number.isInteger(value) || size >= 100 ? 0 : size >= 10 ? 1 : 2;
  return value.toFixed(places);
}

function durationWords(ms: number, more: number): string {
  const parts: string[] = [];
  let left = Math.abs(ms);
  for (const [name, length] of DURATIONS) {
    if (parts.length > more) {
      break;
    }
    if (left >= length || parts.length > 0) {
      const whole = Math.floor(left / length);
      parts.push(`${whole} ${name}${whole === 1 ? "" : "s"}`);
      left %= length;
    }
  }
  return parts.length === 0 ? "0 milliseconds" : parts.join(", ");
}

function shortDuration(ms: number, decimals: number | undefined): string {
  const [name, length] = DURATIONS.find(([, size]) => Math.abs(ms) >= size) ?? ["millisecond", 1];
  const short = { millisecond: "ms", second: "s", minute: "mins" }[name] ?? name;
  return `${fixed(ms / length, decimals)} ${short}`;
}

/** The value mapping of a cell: another text, a colour, or both. */
export function mapping(field: Field, value: Cell): { text?: string; color?: string } | undefined {
  for (const entry of field.config.mappings ?? []) {
    const result = resultOf(entry, value);
    if (result !== undefined) {
      const text = at(result, "text");
      const color = at(result, "color");
      return {
        ...(typeof text === "string" ? { text } : {}),
        ...(typeof color === "string" ? { color } : {}),
      };
    }
  }
  return undefined;
}

function resultOf(entry: JsonObject, value: Cell): Json | undefined {
  const options = entry["options"];
  switch (entry["type"]) {
    case "value":
      return value === null || !isObject(options) ? undefined : options[String(value)];
    case "special":
      return value === null && String(at(options, "match")).startsWith("null")
        ? at(options, "result")
        : undefined;
    case "range": {
      const from = at(options, "from");
      const to = at(options, "to");
      const inside =
        typeof value === "number" &&
        value >= (typeof from === "number" ? from : -Infinity) &&
        value <= (typeof to === "number" ? to : Infinity);
      return inside ? at(options, "result") : undefined;
    }
    default:
      throw new Error(`The value mapping "${String(entry["type"])}" is not known here.`);
  }
}
