import type { Cell } from "../../query/frame";
import type { Expectation, Facts } from "../expectation";
import {
  all,
  chosen,
  due,
  DUE,
  ENOUGH,
  inRange,
  number,
  share90,
  text,
  type Document,
} from "./vocabulary";

function cohortsOfAll(facts: Facts): readonly Document[] {
  return inRange(facts, "takedown-provider-periods", "start").filter(
    (period) =>
      text(period, "period") === chosen(facts, "period") && text(period, "provider_id") !== "_all",
  );
}

/**
 * The guard of small numbers as the dashboards document it: all cases judged and at least 20 of
 * them, or 20 of one verdict.
 */
export function isLarge(period: Document): boolean {
  const judged = number(period, "pending") === 0 && (number(period, "eligible") ?? 0) >= ENOUGH;
  return judged || DUE.some((field) => (number(period, field) ?? 0) >= ENOUGH);
}

/** What the panels of the league table show, by their ids. */
export const LEAGUE: Readonly<Record<number, Expectation>> = {
  2: (facts) => ({
    rows: all(facts, "takedown-provider-states")
      .filter((state) => text(state, "provider_id") !== "_all")
      .map((state): readonly Cell[] => [
        number(state, "league_position"),
        text(state, "provider_id"),
        text(state, "provider_name"),
        text(state, "provider_type"),
        text(state, "jurisdiction"),
        share90(state),
        share90(state),
        number(state, "due_90d"),
        number(state, "burn_28d"),
        number(state, "burn_28d"),
        number(state, "overdue_cases"),
        number(state, "oldest_overdue_ms"),
        number(state, "strike_level"),
      ]),
  }),
  3: (facts) => ({
    rows: cohortsOfAll(facts)
      .filter(isLarge)
      .map((period) => [
        text(period, "start"),
        text(period, "provider_id"),
        number(period, "compliance_low"),
        number(period, "compliance_high"),
        number(period, "compliance_low"),
        due(period),
        number(period, "pending"),
        number(period, "km_median_ms"),
        number(period, "km_p90_ms"),
      ]),
  }),
  4: (facts) => ({
    rows: cohortsOfAll(facts)
      .filter((period) => !isLarge(period))
      .map((period) => [
        text(period, "start"),
        text(period, "provider_id"),
        due(period),
        ...[...DUE, "pending"].map((field) => number(period, field)),
      ]),
  }),
};
