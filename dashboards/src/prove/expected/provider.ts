import type { Expectation, Facts } from "../expectation";
import { caseColumns, deadlineColumns, firstBy } from "./caselists";
import { overdueBands, removalBands } from "./overview";
import {
  chosen,
  inRange,
  instant,
  isOverdue,
  numbers,
  share90,
  standing,
  text,
  type Document,
} from "./vocabulary";

const LIST = 200;
const CLAIMS = 100;

function one(facts: Facts): string {
  return chosen(facts, "provider") ?? "";
}

function cases(facts: Facts, timeField: string): readonly Document[] {
  return inRange(facts, "takedown-cases", timeField).filter(
    (found) => text(found, "provider_id") === one(facts),
  );
}

/** What the panels of one provider show, by their ids. */
export const PROVIDER: Readonly<Record<number, Expectation>> = {
  2: (facts) => {
    const state = standing(facts, one(facts));
    const others = numbers(state, ["due_90d", "league_position", "league_size"]);
    return { rows: [[share90(state), share90(state), ...others]] };
  },
  3: (facts) => {
    const [day, three, month, n] = numbers(standing(facts, one(facts)), [
      "burn_1d",
      "burn_3d",
      "burn_28d",
      "due_28d",
    ]);
    return { rows: [[day ?? null, three ?? null, month ?? null, month ?? null, n ?? null]] };
  },
  4: (facts) => ({
    rows: [
      numbers(standing(facts, one(facts)), ["open_cases", "overdue_cases", "oldest_overdue_ms"]),
    ],
  }),
  8: removalBands(one),
  9: overdueBands(one),
  10: (facts) => ({
    rows: firstBy(cases(facts, "due_at").filter(isOverdue), "due_at", false, LIST).map((found) => [
      ...caseColumns(found, false),
      ...deadlineColumns(found, facts.range.to),
    ]),
  }),
  11: (facts) => ({
    rows: firstBy(
      cases(facts, "issued_at").filter((found) => text(found, "verdict") === "PENDING"),
      "due_at",
      false,
      LIST,
    ).map((found) => [...caseColumns(found, false), instant(found, "due_at")]),
  }),
  13: (facts) => ({
    rows: firstBy(
      cases(facts, "false_claim_at").filter((found) => found["false_claim"] === true),
      "false_claim_at",
      true,
      CLAIMS,
    ).map((found) => [
      ...caseColumns(found, false),
      instant(found, "issued_at"),
      instant(found, "false_claim_at"),
    ]),
  }),
};
