const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The steps Grafana chooses among, each with the raw step below which it is chosen. */
const STEPS: readonly (readonly [below: number, step: number])[] = [
  [10, 1],
  [15, 10],
  [35, 20],
  [75, 50],
  [150, 100],
  [350, 200],
  [750, 500],
  [1500, SECOND],
  [3500, 2 * SECOND],
  [7500, 5 * SECOND],
  [12500, 10 * SECOND],
  [17500, 15 * SECOND],
  [25000, 20 * SECOND],
  [45000, 30 * SECOND],
  [90000, MINUTE],
  [210000, 2 * MINUTE],
  [450000, 5 * MINUTE],
  [750000, 10 * MINUTE],
  [1050000, 15 * MINUTE],
  [1500000, 20 * MINUTE],
  [2700000, 30 * MINUTE],
  [5400000, HOUR],
  [9000000, 2 * HOUR],
  [16200000, 3 * HOUR],
  [32400000, 6 * HOUR],
  [DAY, 12 * HOUR],
  [7 * DAY, DAY],
  [21 * DAY, 7 * DAY],
  [42 * DAY, 30 * DAY],
];

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: SECOND,
  m: MINUTE,
  h: HOUR,
  d: DAY,
  w: 7 * DAY,
};

/** Milliseconds of an interval such as `1h` or `>5m`. */
export function milliseconds(interval: string): number {
  const parts = /^>?(\d+)(ms|[smhdw])$/.exec(interval.trim());
  const unit = UNITS[parts?.[2] ?? ""];
  if (parts === null || unit === undefined) {
    throw new Error(`"${interval}" is no interval such as 30s, 5m, 1h or 1d.`);
  }
  return Number(parts[1]) * unit;
}

/** The automatic interval in milliseconds: the range over the points, rounded to a usual step. */
export function automaticInterval(rangeMs: number, points: number, least: number): number {
  const raw = rangeMs / points;
  const rounded = STEPS.find(([below]) => raw < below)?.[1] ?? 365 * DAY;
  return Math.max(rounded, least);
}
