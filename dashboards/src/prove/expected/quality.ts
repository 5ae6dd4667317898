import type { Expectation, Facts } from "../expectation";
import {
  ENOUGH,
  greatest,
  groups,
  inRange,
  instant,
  number,
  text,
  total,
  type Document,
} from "./vocabulary";

const ALERTS = 200;

function hoursWithWork(facts: Facts): readonly Document[] {
  return inRange(facts, "takedown-coverage", "hour").filter(
    (hour) => (number(hour, "open_cases") ?? 0) > 0,
  );
}

function latest(documents: readonly Document[], field: string): number | null {
  return greatest(documents.map((document) => instant(document, field)));
}

/** What the panels of crawler and data quality show, by their ids. */
export const QUALITY: Readonly<Record<number, Expectation>> = {
  3: (facts) => ({
    rows: [...groups(hoursWithWork(facts), "provider_id")]
      .map(([id, hours]) => ({
        id,
        hours,
        observed: total(hours, "observed_cases"),
        open: total(hours, "open_cases"),
      }))
      .filter(({ open }) => open >= ENOUGH)
      .map(({ id, hours, observed, open }) => [
        id,
        observed / open,
        observed / open,
        open,
        hours.length,
        latest(hours, "last_observation_at"),
      ]),
  }),
  4: (facts) => ({
    rows: [
      ...groups(
        hoursWithWork(facts).filter((hour) => number(hour, "observed_cases") === 0),
        "provider_id",
      ),
    ].map(([id, hours]) => [id, hours.length, latest(hours, "hour")]),
  }),
  5: (facts) => ({
    rows: inRange(facts, "takedown-alerts", "starts_at")
      .filter((alert) => text(alert, "kind") === "MONITOR_BLIND")
      .map((alert) => [
        instant(alert, "starts_at"),
        instant(alert, "ends_at"),
        text(alert, "provider_id"),
        text(alert, `summary_${facts.language}`),
      ]),
    newest: { column: 0, most: ALERTS },
  }),
  7: (facts) => ({
    rows: [...groups(inRange(facts, "takedown-dead-letters", "first_seen"), "topic", "reason")].map(
      ([key, letters]) => [...key.split("|"), letters.length, latest(letters, "first_seen")],
    ),
  }),
  10: (facts) => ({
    rows: [
      ...groups(
        inRange(facts, "takedown-cases", "issued_at").filter((found) => found["restated"] === true),
        "provider_id",
      ),
    ].map(([id, cases]) => [id, cases.length]),
  }),
};
