import {
  MappingType,
  SpecialValueMatch,
  type ValueMapping,
} from "@grafana/grafana-foundation-sdk/dashboard";
import type { Codes } from "../text/codes";
import type { Say, Text } from "../text/language";
import { PHRASES } from "../text/phrases";
import { COLOR, NEEDED_COVERAGE, POOR_SHARE, TARGET_SHARE } from "./threshold";

/** Says codes in words. */
export function words(
  say: Say,
  codes: Codes,
  colors: Readonly<Record<string, string>> = {},
): ValueMapping[] {
  return [
    {
      type: MappingType.ValueToText,
      options: Object.fromEntries(
        Object.entries(codes).map(([code, text], index) => {
          const color = colors[code];
          return [code, { text: say(text), index, ...(color === undefined ? {} : { color }) }];
        }),
      ),
    },
  ];
}

export const VERDICT_COLORS: Readonly<Record<string, string>> = {
  ON_TIME: COLOR.good,
  BREACH: COLOR.bad,
  INDETERMINATE: "purple",
  OVERDUE: "orange",
  UNOBSERVED: "#8e8e8e",
  UNCONFIRMED: COLOR.middling,
  PENDING: COLOR.neutral,
  EXCLUDED: "#5a5a5a",
};

export const SEVERITY_COLORS: Readonly<Record<string, string>> = {
  critical: COLOR.bad,
  warning: "orange",
  info: COLOR.neutral,
};

interface Band {
  readonly from: number | null;
  readonly to: number | null;
  readonly text: Text;
  readonly color: string;
}

function bands(say: Say, list: readonly Band[]): ValueMapping[] {
  return list.map(({ from, to, text, color }, index) => ({
    type: MappingType.RangeToText,
    options: { from, to, result: { text: say(text), color, index } },
  }));
}

/** Just below a bound, because both ends of a range of Grafana belong to it. */
function below(bound: number): number {
  return bound - 1e-9;
}

function nothing(say: Say, text: Text): ValueMapping {
  return {
    type: MappingType.SpecialValue,
    options: {
      match: SpecialValueMatch.NullAndNan,
      result: { text: say(text), color: COLOR.muted, index: 9 },
    },
  };
}

/** A share of due cases removed on time, judged in words. */
export function complianceWords(say: Say): ValueMapping[] {
  return [
    ...bands(say, [
      { from: TARGET_SHARE, to: 1, text: PHRASES.onTarget, color: COLOR.good },
      { from: POOR_SHARE, to: below(TARGET_SHARE), text: PHRASES.belowTarget, color: COLOR.middling },
      { from: 0, to: below(POOR_SHARE), text: PHRASES.poor, color: COLOR.bad },
    ]),
    nothing(say, PHRASES.smallNumber),
  ];
}

export function coverageWords(say: Say): ValueMapping[] {
  return [
    ...bands(say, [
      { from: NEEDED_COVERAGE, to: 1, text: PHRASES.observed, color: COLOR.good },
      { from: 0, to: below(NEEDED_COVERAGE), text: PHRASES.blind, color: COLOR.bad },
    ]),
    nothing(say, PHRASES.noFigure),
  ];
}

export function burnWords(say: Say): ValueMapping[] {
  return [
    ...bands(say, [
      { from: 0, to: 1, text: PHRASES.withinBudget, color: COLOR.good },
      { from: 1 + 1e-9, to: 2, text: PHRASES.overBudget, color: COLOR.middling },
      { from: 2 + 1e-9, to: null, text: PHRASES.farOverBudget, color: COLOR.bad },
    ]),
    nothing(say, PHRASES.tooFew),
  ];
}

/** Where no value has a meaning of its own. */
export function absent(say: Say, text: Text): ValueMapping[] {
  return [nothing(say, text)];
}
