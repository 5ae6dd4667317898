import type { Expectation, Facts } from "../expectation";
import { caseColumns, firstBy } from "./caselists";
import {
  cohorts,
  ENOUGH,
  greatest,
  groups,
  inRange,
  instant,
  number,
  numbers,
  text,
  type Document,
} from "./vocabulary";

const LIST = 200;
const ALERTS = 200;

function withContent(facts: Facts): readonly Document[] {
  return inRange(facts, "takedown-cases", "issued_at").filter(
    (found) => text(found, "content_key") !== "",
  );
}

function mostPrior(cases: readonly Document[]): number | null {
  return greatest(cases.map((found) => number(found, "prior_cases")));
}

/** What the panels of recidivism show, by their ids. */
export const RECIDIVISM: Readonly<Record<number, Expectation>> = {
  2: (facts) => {
    const newest = cohorts(facts, "_all").at(-1) ?? {};
    return {
      rows: [
        [
          instant(newest, "start"),
          ...numbers(newest, [
            "recidivism_strict",
            "recidivism_loose",
            "reinstated",
            "issued",
            "removed",
          ]),
        ],
      ],
    };
  },
  4: (facts) => ({
    rows: [...groups(withContent(facts), "provider_id")]
      .filter(([, cases]) => cases.length >= ENOUGH)
      .map(([id, cases]) => {
        const again = cases.filter((found) => text(found, "recidivism") !== "NONE").length;
        return [
          id,
          again === 0 ? null : again / cases.length,
          again === 0 ? null : again,
          cases.length,
          mostPrior(cases),
        ];
      }),
  }),
  5: (facts) => ({
    rows: [...groups(withContent(facts), "category", "recidivism")].map(([key, cases]) => [
      ...key.split("|"),
      cases.length,
      mostPrior(cases),
    ]),
  }),
  7: (facts) => ({
    rows: firstBy(
      inRange(facts, "takedown-cases", "reappeared_at"),
      "reappeared_at",
      true,
      LIST,
    ).map((found) => [
      ...caseColumns(found, true),
      instant(found, "reappeared_at"),
      instant(found, "issued_at"),
    ]),
  }),
  8: (facts) => ({
    rows: inRange(facts, "takedown-alerts", "starts_at")
      .filter((alert) => text(alert, "kind") === "PROVIDER_STRIKES")
      .map((alert) => [
        instant(alert, "starts_at"),
        text(alert, "provider_id"),
        text(alert, "level"),
        text(alert, `summary_${facts.language}`),
      ]),
    newest: { column: 0, most: ALERTS },
  }),
};
