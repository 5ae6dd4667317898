import type { Threshold } from "@grafana/grafana-foundation-sdk/dashboard";

export const COLOR = {
  good: "green",
  middling: "yellow",
  bad: "red",
  neutral: "blue",
  muted: "gray",
} as const;

/** The share of due cases that is to be removed on time. */
export const TARGET_SHARE = 0.95;

/** Below it compliance is called poor. */
export const POOR_SHARE = 0.8;

/** A provider seen less than this is not judged by what was not seen. */
export const NEEDED_COVERAGE = 0.95;

/** Cases below which no ratio is shown. */
export const MINIMUM_CASES = 20;

const HOUR = 3_600_000;

/** The legal clock that most policies share, in milliseconds. */
export const LEGAL_CLOCK = 24 * HOUR;

export const COMPLIANCE_STEPS: readonly Threshold[] = [
  { value: null, color: COLOR.bad },
  { value: POOR_SHARE, color: COLOR.middling },
  { value: TARGET_SHARE, color: COLOR.good },
];

export const COVERAGE_STEPS: readonly Threshold[] = [
  { value: null, color: COLOR.bad },
  { value: NEEDED_COVERAGE, color: COLOR.good },
];

export const CLOCK_STEPS: readonly Threshold[] = [
  { value: null, color: COLOR.good },
  { value: LEGAL_CLOCK / 2, color: COLOR.middling },
  { value: LEGAL_CLOCK, color: COLOR.bad },
];

/** Any at all is bad. */
export const NONE_WANTED_STEPS: readonly Threshold[] = [
  { value: null, color: COLOR.good },
  { value: 1, color: COLOR.bad },
];

/** A share of the error budget per share of the time: above 1 the target will be missed. */
export const BURN_STEPS: readonly Threshold[] = [
  { value: null, color: COLOR.good },
  { value: 1, color: COLOR.middling },
  { value: 2, color: COLOR.bad },
];

export const NO_STEPS: readonly Threshold[] = [{ value: null, color: COLOR.neutral }];
