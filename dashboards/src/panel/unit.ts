/** Units of Grafana. All durations of the documents are in milliseconds. */
export const UNIT = {
  /** Whole things. */
  count: "none",
  /** 0 to 1, shown as per cent. */
  share: "percentunit",
  /** Milliseconds, shown as 26h:05m: Grafana has durations in words in English only. */
  duration: "clockms",
  /** Milliseconds since the epoch. */
  instant: "dateTimeAsIso",
  month: "time:MM/YYYY",
  year: "time:YYYY",
  text: "string",
  perSecond: "cps",
  bytes: "bytes",
  seconds: "s",
} as const;

export type Unit = (typeof UNIT)[keyof typeof UNIT];
