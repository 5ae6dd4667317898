import type { TimeRange } from "./compile";
import type { Dashboard, Panel } from "./model";

const ZONE_OFFSET = 7 * 3_600_000;
const DAY = 86_400_000;
const FIXED: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: DAY,
  w: 7 * DAY,
};

/**
 * Reads `now`, `now-28d`, `now/d`, `now-1y/y` and ISO instants.
 *
 * @param now epoch milliseconds
 * @param end whether rounding goes to the last millisecond of the unit
 */
export function instant(text: string, now: number, end: boolean): number {
  const parts = /^now(?:([+-])(\d+)([smhdwMyQ]))?(?:\/([hdwMyQ]))?$/.exec(text);
  if (parts === null) {
    const read = Date.parse(text);
    if (Number.isNaN(read)) {
      throw new Error(`"${text}" is no time such as now-28d, now/d or 2026-01-31T00:00:00Z.`);
    }
    return read;
  }
  const [, sign, amount, unit, rounding] = parts;
  const moved =
    unit === undefined ? now : shifted(now, (sign === "-" ? -1 : 1) * Number(amount), unit);
  return rounding === undefined ? moved : rounded(moved, rounding, end);
}

/** Days and shorter have a fixed length: Vietnam has no daylight saving time. */
function shifted(time: number, amount: number, unit: string): number {
  const fixed = FIXED[unit];
  if (fixed !== undefined) {
    return time + amount * fixed;
  }
  const local = new Date(time + ZONE_OFFSET);
  const months = unit === "y" ? 12 * amount : unit === "Q" ? 3 * amount : amount;
  const day = local.getUTCDate();
  local.setUTCDate(1);
  local.setUTCMonth(local.getUTCMonth() + months);
  const last = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate();
  local.setUTCDate(Math.min(day, last));
  return local.getTime() - ZONE_OFFSET;
}

function rounded(time: number, unit: string, end: boolean): number {
  const start = startOf(time, unit);
  if (!end) {
    return start;
  }
  return unit === "h" ? start + 3_600_000 - 1 : shifted(start, 1, unit) - 1;
}

function startOf(time: number, unit: string): number {
  const local = new Date(time + ZONE_OFFSET);
  const year = local.getUTCFullYear();
  const month = local.getUTCMonth();
  const day = local.getUTCDate();
  switch (unit) {
    case "h":
      return Date.UTC(year, month, day, local.getUTCHours()) - ZONE_OFFSET;
    case "d":
      return Date.UTC(year, month, day) - ZONE_OFFSET;
    case "w":
      return Date.UTC(year, month, day - ((local.getUTCDay() + 6) % 7)) - ZONE_OFFSET;
    case "M":
      return Date.UTC(year, month, 1) - ZONE_OFFSET;
    case "Q":
      return Date.UTC(year, month - (month % 3), 1) - ZONE_OFFSET;
    default:
      return Date.UTC(year, 0, 1) - ZONE_OFFSET;
  }
}

/** The range of a panel: its own look-back, which ends now, or the dashboard's. */
export function rangeOf(panel: Panel, range: TimeRange, now: number): TimeRange {
  return panel.timeFrom === undefined || panel.timeFrom === ""
    ? range
    : { from: instant(`now-${panel.timeFrom}`, now, false), to: now };
}

/** The range of a dashboard when it is opened. */
export function openingRange(dashboard: Dashboard, now: number): TimeRange {
  const { from, to } = dashboard.time ?? { from: "now-6h", to: "now" };
  return { from: instant(from, now, false), to: instant(to, now, true) };
}

/**
 * The present of data that end at `T`: the clock of this machine while they are fresh, as in
 * Grafana, else `T`, so that recorded data can be looked at.
 */
export function present(cutOff: number, clock: number): number {
  return clock >= cutOff && clock - cutOff < 2 * DAY ? clock : cutOff;
}
