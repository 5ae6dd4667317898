import type { Expectation } from "./expectation";
import { BLOCKING } from "./expected/blocking";
import { BREACHES } from "./expected/breaches";
import { LEAGUE } from "./expected/league";
import { OVERVIEW } from "./expected/overview";
import { PROVIDER } from "./expected/provider";
import { QUALITY } from "./expected/quality";
import { RECIDIVISM } from "./expected/recidivism";
import { YEARLY } from "./expected/yearly";
import type { Demand } from "./prove";
import type { Panel } from "../query/model";

const EXPECTATIONS: Readonly<Record<string, Readonly<Record<number, Expectation>>>> = {
  blocking: BLOCKING,
  breaches: BREACHES,
  league: LEAGUE,
  overview: OVERVIEW,
  provider: PROVIDER,
  quality: QUALITY,
  recidivism: RECIDIVISM,
  yearly: YEARLY,
};

/** Panels that may find nothing in the data of the proof, each with its reason. */
const MAY_BE_EMPTY: Readonly<Record<string, string>> = {
  "quality/9": "a late event that changes no verdict, state or instant leaves no transition",
};

/** Kinds of panels whose numbers are compared. */
const COMPARED = new Set(["stat", "table", "bargauge"]);

/**
 * What is demanded of a panel.
 *
 * @throws Error when its numbers are to be compared and nothing is there to compare with
 */
export function demandOf(dashboard: string, panel: Panel): Demand {
  const expectation = EXPECTATIONS[dashboard]?.[panel.id];
  const mayBeEmpty = MAY_BE_EMPTY[`${dashboard}/${panel.id}`];
  if (expectation === undefined && COMPARED.has(panel.type)) {
    throw new Error(
      `Panel ${panel.id} of "${dashboard}" has no expectation: add one to src/prove/expected/${dashboard}.ts.`,
    );
  }
  return {
    ...(expectation === undefined ? {} : { expectation }),
    ...(mayBeEmpty === undefined ? {} : { mayBeEmpty }),
  };
}
