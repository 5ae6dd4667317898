import type { TimeRange } from "./compile";
import { isObject, type Json } from "./json";
import { single, type Variables } from "./variables";

/** The variables of a dashboard with those that Grafana adds for the time range. */
export function withTimes(variables: Variables, range: TimeRange): Variables {
  return new Map([
    ...variables,
    ["__from", single(String(range.from))],
    ["__to", single(String(range.to))],
  ]);
}

/** The same with the automatic interval, which queries have and transformations do not. */
export function withBuiltIns(
  variables: Variables,
  range: TimeRange,
  intervalMs: number,
): Variables {
  return new Map([
    ...withTimes(variables, range),
    ["__interval", single(`${intervalMs}ms`)],
    ["__interval_ms", single(String(intervalMs))],
  ]);
}

/** Changes every text in a value. */
export function deeply(value: Json, change: (text: string) => string): Json {
  if (typeof value === "string") {
    return change(value);
  }
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((item) => deeply(item, change));
  }
  if (isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, held]) => [
        key,
        held === undefined ? undefined : deeply(held, change),
      ]),
    );
  }
  return value;
}
