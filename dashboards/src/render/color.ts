import type { Cell, Field } from "../query/frame";
import { at, type Json } from "../query/json";
import { mapping } from "./format";

/** Darker than Grafana's own, so that text in them can be read on white. */
const NAMED: Readonly<Record<string, string>> = {
  green: "#2a7d3f",
  yellow: "#9a6b00",
  orange: "#b85b00",
  red: "#b3202c",
  blue: "#1f5fbf",
  purple: "#7b3fb5",
  gray: "#6b7280",
  text: "#1f2328",
};

/** Curves without a colour of their own. */
export const PALETTE = [
  "#2a7d3f",
  "#1f5fbf",
  "#c77700",
  "#b3202c",
  "#7b3fb5",
  "#0f8a8a",
  "#8a5a2b",
  "#d1478f",
  "#5b7f12",
  "#53627c",
] as const;

/** A colour that a browser knows. */
export function colorNamed(name: string): string {
  const base = name.replace(/^(semi-dark|super-light|dark|light)-/, "");
  return NAMED[base] ?? name;
}

/** The colour of a cell by its mapping or its thresholds; undefined where nothing says. */
export function colorOf(field: Field, value: Cell): string | undefined {
  const mapped = mapping(field, value)?.color;
  if (mapped !== undefined) {
    return colorNamed(mapped);
  }
  const mode = at(field.config.color, "mode");
  if (mode === "fixed") {
    return colorNamed(String(at(field.config.color, "fixedColor")));
  }
  return mode === "thresholds" || mode === undefined ? byThreshold(field, value) : undefined;
}

function byThreshold(field: Field, value: Cell): string | undefined {
  if (typeof value !== "number") {
    return undefined;
  }
  const step = [...thresholds(field)].reverse().find((candidate) => value >= candidate.value);
  return step === undefined ? undefined : colorNamed(step.color);
}

/** The steps of a field, lowest first. */
export function thresholds(field: Field): readonly { value: number; color: string }[] {
  const steps = at(field.config.thresholds, "steps");
  return (Array.isArray(steps) ? (steps as readonly Json[]) : []).map((step) => {
    const value = at(step, "value");
    return {
      value: typeof value === "number" ? value : -Infinity,
      color: String(at(step, "color")),
    };
  });
}
