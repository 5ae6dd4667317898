import type { Cell } from "../../query/frame";
import type { Expectation, Facts } from "../expectation";
import { isLarge } from "./league";
import {
  all,
  chosen,
  due,
  ENOUGH,
  groups,
  instant,
  number,
  numbers,
  text,
  type Document,
} from "./vocabulary";

const BOUNDS = ["1h", "3h", "6h", "24h", "48h", "7d", "14d", "28d"].map(
  (bound) => `within_${bound}`,
);
const COUNTS = [
  "issued",
  "eligible",
  "removed",
  "claimed",
  "false_claims",
  "reinstated",
  "recidivism_strict",
  "recidivism_loose",
];
const SPEED = ["km_median_ms", "km_p90_ms", "ttr_ms_p50", "ttr_ms_p90"];
const UNKNOWN = "UNKNOWN";

function year(facts: Facts, back: number): number {
  return Number(chosen(facts, "year")) - back;
}

function rollups(facts: Facts, period: string, from: number): readonly Document[] {
  return all(facts, "takedown-provider-periods").filter(
    (rollup) => text(rollup, "period") === period && text(rollup, "start").startsWith(`${from}-`),
  );
}

function nation(facts: Facts, back: number): Document | undefined {
  return rollups(facts, "YEAR", year(facts, back)).find(
    (rollup) => text(rollup, "provider_id") === "_all",
  );
}

/** Documents whose instant lies in the chosen year in Vietnam. */
function ofYear(facts: Facts, alias: string, field: string): readonly Document[] {
  return all(facts, alias).filter((document) => {
    const time = instant(document, field);
    const local = time === null ? undefined : new Date(time + 7 * 3_600_000);
    return local?.getUTCFullYear() === year(facts, 0);
  });
}

function compliance(back: number): Expectation {
  return (facts) => {
    const found = nation(facts, back);
    if (found === undefined || due(found) < ENOUGH) {
      return { rows: [[null, null, null, null, null]] };
    }
    const low = number(found, "compliance_low");
    const high = number(found, "compliance_high");
    return { rows: [[instant(found, "start"), low, high, low, due(found)]] };
  };
}

function figures(fields: readonly string[], back: number): Expectation {
  return (facts) => ({ rows: [numbers(nation(facts, back), fields)] });
}

/** A figure of a cohort that is large enough for it. */
function guarded(rollup: Document | undefined, field: string): Cell {
  return rollup !== undefined && isLarge(rollup) ? number(rollup, field) : null;
}

/** What the panels of the yearly assessment show, by their ids. */
export const YEARLY: Readonly<Record<number, Expectation>> = {
  2: compliance(0),
  3: compliance(1),
  4: figures(COUNTS, 0),
  5: figures(COUNTS, 1),
  6: figures(SPEED, 0),
  7: figures(SPEED, 1),
  8: figures([...BOUNDS, "eligible"], 0),
  9: figures([...BOUNDS, "eligible"], 1),
  10: (facts) => ({
    rows: rollups(facts, "MONTH", year(facts, 0))
      .filter((rollup) => text(rollup, "provider_id") === "_all")
      .map((rollup) => [
        instant(rollup, "start"),
        ...numbers(rollup, ["issued", "eligible", "removed"]),
        guarded(rollup, "compliance_low"),
        guarded(rollup, "compliance_high"),
        guarded(rollup, "compliance_low"),
        due(rollup),
        guarded(rollup, "km_median_ms"),
        guarded(rollup, "km_p90_ms"),
      ]),
  }),
  11: (facts) => {
    const before = new Map(
      rollups(facts, "YEAR", year(facts, 1)).map((rollup) => [text(rollup, "provider_id"), rollup]),
    );
    return {
      rows: rollups(facts, "YEAR", year(facts, 0))
        .filter((rollup) => text(rollup, "provider_id") !== "_all")
        .map((rollup) => {
          const id = text(rollup, "provider_id");
          return [
            id,
            number(rollup, "issued"),
            guarded(rollup, "compliance_low"),
            guarded(rollup, "compliance_high"),
            guarded(rollup, "compliance_low"),
            due(rollup),
            guarded(before.get(id), "compliance_low"),
            guarded(rollup, "km_median_ms"),
            guarded(before.get(id), "km_median_ms"),
            guarded(rollup, "tta_ms_p50"),
            ...numbers(rollup, ["removed", "false_claims"]),
          ];
        }),
    };
  },
  12: (facts) => ({
    rows: counted(ofYear(facts, "takedown-cases", "issued_at"), ["category", "verdict"]),
  }),
  13: (facts) => ({
    rows: counted(
      ofYear(facts, "takedown-cases", "issued_at").map((found) => ({
        ...found,
        provider_type: found["provider_type"] ?? UNKNOWN,
        jurisdiction: found["jurisdiction"] ?? UNKNOWN,
      })),
      ["provider_type", "jurisdiction", "verdict"],
    ),
  }),
  14: (facts) => ({
    rows: counted(
      ofYear(facts, "takedown-cases", "issued_at").filter(
        (found) => text(found, "verdict") === "EXCLUDED",
      ),
      ["exclusion_reason"],
    ),
  }),
  15: (facts) => ({ rows: counted(ofYear(facts, "takedown-alerts", "starts_at"), ["kind"]) }),
};

function counted(
  documents: readonly Document[],
  fields: readonly string[],
): readonly (readonly Cell[])[] {
  return [...groups(documents, ...fields)].map(([key, found]) => [...key.split("|"), found.length]);
}
