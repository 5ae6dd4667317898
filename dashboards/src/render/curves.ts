import { displayName, type Cell, type Field, type Frame } from "../query/frame";
import { at } from "../query/json";
import type { Shown } from "../query/show";
import type { TimeRange } from "../query/compile";
import type { Box } from "./box";
import { drawn } from "./chart";
import { colorNamed, PALETTE, thresholds } from "./color";
import { formatted } from "./format";
import { escapeHtml, notDrawn } from "./html";

interface Curve {
  readonly times: Field;
  readonly values: Field;
}

/** Curves and bars over time. */
export function curves(shown: Shown, range: TimeRange, box: Box, now: number): string {
  const all = aligned(shown.shown.flatMap(curvesOf));
  if (all.length === 0) {
    return notDrawn(shown.panel.fieldConfig?.defaults?.noValue ?? "–");
  }
  const room = { ...box, height: box.height - LEGEND * Math.ceil(legendWidth(all) / box.width) };
  const left = all.find((curve) => !onTheRight(curve.values))?.values;
  const right = all.find((curve) => onTheRight(curve.values))?.values;
  const chart = drawn(
    {
      color: [...PALETTE],
      grid: {
        left: 8,
        right: right === undefined ? 14 : 8,
        top: 14,
        bottom: 6,
        containLabel: true,
      },
      xAxis: {
        type: "time",
        // Otherwise wide bars push the ends of the axis apart.
        containShape: false,
        min: range.from,
        max: range.to,
        axisLabel: { fontSize: 11, hideOverlap: true, formatter: dateLabel(range, now) },
        splitLine: { show: false },
      },
      yAxis: [axis(left, "left", now), ...(right === undefined ? [] : [axis(right, "right", now)])],
      series: all.map((curve, place) => series(curve, place, all.length)),
    },
    room,
  );
  return chart + legend(all);
}

const LEGEND = 22;
const LETTER = 7.2;

function legendWidth(all: readonly Curve[]): number {
  return all.reduce((sum, { values }) => sum + 34 + LETTER * displayName(values).length, 0);
}

function legend(all: readonly Curve[]): string {
  const entries = all.map(({ values }, place) => {
    const dash = isDashed(values) ? "border-top-style:dashed" : "";
    const mark = `<i style="border-color:${colorOf(values, place)};${dash}"></i>`;
    return `<span>${mark}${escapeHtml(displayName(values))}</span>`;
  });
  return `<div class="legend">${entries.join("")}</div>`;
}

/** Stacked bars stand on each other only where all have the same times. */
function aligned(all: readonly Curve[]): readonly Curve[] {
  if (!all.some(({ values }) => isStacked(values))) {
    return all;
  }
  const times = [...new Set(all.flatMap((curve) => curve.times.values))].sort(
    (a, b) => Number(a) - Number(b),
  );
  return all.map((curve) => {
    const held = new Map(curve.times.values.map((time, row) => [time, curve.values.values[row]]));
    return {
      times: { ...curve.times, values: times },
      values: { ...curve.values, values: times.map((time) => held.get(time) ?? 0) },
    };
  });
}

function isStacked(field: Field): boolean {
  return at(field.config.custom, "stacking", "mode") === "normal";
}

function isDashed(field: Field): boolean {
  return at(field.config.custom, "lineStyle", "fill") === "dash";
}

function colorOf(field: Field, place: number): string {
  return at(field.config.color, "mode") === "fixed"
    ? colorNamed(String(at(field.config.color, "fixedColor")))
    : (PALETTE[place % PALETTE.length] ?? "#000");
}

function curvesOf(frame: Frame): readonly Curve[] {
  const times = frame.fields.find((field) => field.type === "time");
  return times === undefined
    ? []
    : frame.fields
        .filter(
          (field) => field.type === "number" && at(field.config.custom, "hideFrom", "viz") !== true,
        )
        .map((values) => ({ times, values }));
}

function onTheRight(field: Field): boolean {
  return at(field.config.custom, "axisPlacement") === "right";
}

function axis(field: Field | undefined, position: string, now: number): object {
  const min = field?.config.min ?? undefined;
  const max = field?.config.max ?? undefined;
  return {
    type: "value",
    position,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    splitLine: { show: position === "left", lineStyle: { color: "#e5e7eb" } },
    axisLabel: {
      fontSize: 11,
      formatter: (value: number) =>
        field === undefined
          ? String(value)
          : formatted({ ...field, config: { ...field.config, mappings: [] } }, value, now),
    },
  };
}

function series(curve: Curve, place: number, count: number): object {
  const custom = curve.values.config.custom;
  const bars = at(custom, "drawStyle") === "bars";
  const color = colorOf(curve.values, place);
  return {
    name: displayName(curve.values),
    type: bars ? "bar" : "line",
    yAxisIndex: onTheRight(curve.values) ? 1 : 0,
    data: curve.times.values.map((time, row) => [time, curve.values.values[row] ?? null]),
    itemStyle: { color, opacity: bars && Number(at(custom, "fillOpacity") ?? 100) < 40 ? 0.3 : 1 },
    ...(isStacked(curve.values) ? { stack: "A" } : {}),
    ...(bars ? { barMaxWidth: 28, barGap: "0%" } : line(custom, color)),
    ...(place === 0 || count === 1 ? marks(curve.values) : {}),
  };
}

function line(custom: Field["config"]["custom"], color: string): object {
  const step = at(custom, "lineInterpolation");
  return {
    connectNulls: at(custom, "spanNulls") === true,
    symbolSize: 4,
    showAllSymbol: "auto",
    ...(typeof step === "string" && step.startsWith("step")
      ? { step: step === "stepBefore" ? "start" : "end" }
      : {}),
    lineStyle: {
      width: Number(at(custom, "lineWidth") ?? 1),
      color,
      type: at(custom, "lineStyle", "fill") === "dash" ? "dashed" : "solid",
    },
    ...(Number(at(custom, "fillOpacity") ?? 0) > 0
      ? { areaStyle: { opacity: Number(at(custom, "fillOpacity")) / 100 } }
      : {}),
  };
}

/** Thresholds are lines across the panel where it says so. */
function marks(field: Field): object {
  const mode = at(field.config.custom, "thresholdsStyle", "mode");
  if (typeof mode !== "string" || mode === "off") {
    return {};
  }
  const data = thresholds(field)
    .filter((step) => Number.isFinite(step.value))
    .map((step) => ({
      yAxis: step.value,
      lineStyle: { color: colorNamed(step.color), type: "dashed" },
    }));
  return { markLine: { silent: true, symbol: "none", label: { show: false }, data } };
}

/** Patterns of times, each with the least number of days for it. */
const LABELS: readonly (readonly [least: number, unit: string])[] = [
  [800, "time:YYYY"],
  [100, "time:MM/YYYY"],
  [2, "time:DD/MM"],
  // Below five minutes whole minutes would stand there twice.
  [1 / 288, "time:HH:mm"],
];

function dateLabel(range: TimeRange, now: number): (time: number) => string {
  const days = (range.to - range.from) / 86_400_000;
  const [, unit] = LABELS.find(([least]) => days > least) ?? ["", "time:HH:mm:ss"];
  const asField = { name: "", type: "time", values: [], config: { unit } } as const;
  return (time: Cell) => formatted(asField, time, now);
}
