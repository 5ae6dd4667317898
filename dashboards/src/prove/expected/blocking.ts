import type { Expectation, Facts } from "../expectation";
import { ENOUGH, groups, inRange, number, text, total, type Document } from "./vocabulary";

/** What Elasticsearch's digest may differ by from the exact percentile of many values. */
const DIGEST = 0.05;

function orders(facts: Facts, timeField: string): readonly Document[] {
  return inRange(facts, "takedown-cases", timeField).filter(
    (found) => text(found, "action") === "BLOCK",
  );
}

function eligible(facts: Facts, timeField: string): readonly Document[] {
  return orders(facts, timeField).filter((found) => text(found, "verdict") !== "EXCLUDED");
}

/** Providers that were ordered to block. */
function isps(facts: Facts): ReadonlySet<string> {
  return new Set(orders(facts, "issued_at").map((found) => text(found, "provider_id")));
}

/** Interpolated between neighbours, as Elasticsearch does with few values. */
function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** What the panels of ISP blocking show, by their ids. */
export const BLOCKING: Readonly<Record<number, Expectation>> = {
  2: (facts) => ({
    rows: [...groups(eligible(facts, "issued_at"), "provider_id")]
      .filter(([, cases]) => cases.length >= ENOUGH)
      .map(([id, cases]) => {
        const blocked = cases.filter((found) => (number(found, "removals") ?? 0) >= 1).length;
        return blocked === 0
          ? [id, null, null, cases.length]
          : [id, blocked / cases.length, blocked, cases.length];
      }),
  }),
  3: (facts) => ({
    rows: [...groups(orders(facts, "issued_at"), "provider_id", "verdict")].map(([key, cases]) => [
      ...key.split("|"),
      cases.length,
    ]),
  }),
  4: (facts) => ({
    rows: [
      ...groups(
        eligible(facts, "first_down_at").filter((found) => number(found, "ttr_high_ms") !== null),
        "provider_id",
      ),
    ]
      .filter(([, cases]) => cases.length >= ENOUGH)
      .map(([id, cases]) => {
        const times = cases.map((found) => number(found, "ttr_high_ms") ?? 0);
        return [id, percentile(times, 0.5), percentile(times, 0.9), cases.length];
      }),
    tolerance: DIGEST,
  }),
  5: (facts) => ({
    rows: [
      ...groups(
        inRange(facts, "takedown-coverage", "hour")
          .filter((hour) => (number(hour, "counted") ?? 0) > 0)
          .filter((hour) => isps(facts).has(text(hour, "provider_id"))),
        "provider_id",
      ),
    ]
      .map(([id, hours]) => ({ id, up: total(hours, "up"), counted: total(hours, "counted") }))
      .filter(({ counted }) => counted >= ENOUGH)
      .map(({ id, up, counted }) => [id, up / counted, up, counted]),
  }),
  8: (facts) => ({
    rows: [
      ...groups(
        orders(facts, "issued_at").filter((found) => text(found, "verdict") === "EXCLUDED"),
        "exclusion_reason",
      ),
    ].map(([reason, cases]) => [reason, cases.length]),
  }),
};
