import type { Expectation } from "../expectation";
import {
  cohorts,
  due,
  groups,
  inRange,
  instant,
  least,
  number,
  numbers,
  share90,
  standing,
  text,
  ENOUGH,
} from "./vocabulary";

const BOUNDS = ["1h", "3h", "6h", "24h", "48h", "7d", "14d", "28d"].map(
  (bound) => `within_${bound}`,
);
const AGES = ["0_24h", "1_3d", "3_7d", "7_14d", "14_28d", "over_28d"].map(
  (age) => `overdue_${age}`,
);

/** The bars of a removal-time curve. */
export function removalBands(provider: Provider): Expectation {
  return (facts) => ({
    rows: [numbers(cohorts(facts, provider(facts)).at(-1), [...BOUNDS, "eligible"])],
  });
}

/** The bars of overdue cases by age. */
export function overdueBands(provider: Provider): Expectation {
  return (facts) => ({ rows: [numbers(standing(facts, provider(facts)), AGES)] });
}

/** Which provider a panel is about. */
export type Provider = (facts: Parameters<Expectation>[0]) => string;

const national: Provider = () => "_all";

/** What the panels of the national overview show, by their ids. */
export const OVERVIEW: Readonly<Record<number, Expectation>> = {
  2: (facts) => {
    const state = standing(facts, "_all");
    return { rows: [[share90(state), share90(state), ...numbers(state, ["due_90d"])]] };
  },
  3: (facts) => {
    const newest = cohorts(facts, "_all").at(-1);
    if (newest === undefined || due(newest) < ENOUGH) {
      return { rows: [[null, null, null, null, null]] };
    }
    const low = number(newest, "compliance_low");
    const high = number(newest, "compliance_high");
    return { rows: [[instant(newest, "start"), low, high, low, due(newest)]] };
  },
  4: (facts) => ({
    rows: [numbers(standing(facts, "_all"), ["open_cases", "overdue_cases", "oldest_overdue_ms"])],
  }),
  5: (facts) => ({
    rows: [
      numbers(cohorts(facts, "_all").at(-1), [
        "km_median_ms",
        "km_p90_ms",
        "ttr_ms_p50",
        "ttr_ms_p90",
        "removed",
        "eligible",
      ]),
    ],
  }),
  6: removalBands(national),
  7: overdueBands(national),
  13: (facts) => ({
    rows: [
      ...groups(inRange(facts, "takedown-cases", "issued_at"), "policy_id", "policy_version"),
    ].map(([, cases]) => [
      text(cases[0] ?? {}, "policy_id"),
      number(cases[0] ?? {}, "policy_version"),
      least(cases.map((found) => instant(found, "issued_at"))),
      cases.length,
    ]),
  }),
};
