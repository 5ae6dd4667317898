import type { JsonObject } from "../query/json";
import type { Dice } from "./dice";
import { BEGIN, day, DAYS, instant, NOW, PROVIDERS } from "./world";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const LENGTHS: Readonly<Record<string, (date: string) => boolean>> = {
  DAY: () => true,
  MONTH: (date) => date.endsWith("-01"),
  QUARTER: (date) => /-(01|04|07|10)-01$/.test(date),
  YEAR: (date) => date.endsWith("-01-01"),
};
const SIZES: Readonly<Record<string, number>> = { DAY: 10, MONTH: 280, QUARTER: 830, YEAR: 3300 };

/** A rollup for each provider, and for all, in every day, month, quarter and year. */
export function* periods(dice: Dice): Generator<JsonObject> {
  for (let number = 0; number < DAYS; number++) {
    const start = day(BEGIN + number * DAY);
    for (const [period, begins] of Object.entries(LENGTHS)) {
      if (begins(start)) {
        for (const id of ["_all", ...PROVIDERS.map((provider) => provider.id)]) {
          yield periodOf(
            period,
            start,
            id,
            (SIZES[period] ?? 1) * (id === "_all" ? PROVIDERS.length : 1),
            dice,
          );
        }
      }
    }
  }
}

function periodOf(period: string, start: string, id: string, size: number, dice: Dice): JsonObject {
  const issued = 1 + dice.below(2 * size);
  const onTime = Math.floor(issued * 0.8);
  const breach = Math.floor(issued * 0.12);
  const indeterminate = Math.floor(issued * 0.05);
  const due = onTime + breach + indeterminate;
  const median = dice.spread(10 * HOUR, 0.3);
  return {
    _id: `${period}|${start}|${id}`,
    period,
    start,
    provider_id: id,
    issued,
    eligible: issued,
    excluded: 0,
    excluded_already_down: 0,
    excluded_withdrawn: 0,
    excluded_undeliverable: 0,
    excluded_held: 0,
    excluded_moot: 0,
    on_time: onTime,
    breach,
    indeterminate,
    pending: issued - due,
    unconfirmed: 0,
    unobserved: 0,
    overdue: 0,
    removed: due,
    acknowledged: due,
    claimed: Math.floor(due / 2),
    false_claims: Math.floor(due / 25),
    reinstated: Math.floor(due / 30),
    recidivism_strict: Math.floor(due / 6),
    recidivism_loose: Math.floor(due / 7),
    compliance_low: due === 0 ? null : onTime / due,
    compliance_high: due === 0 ? null : (onTime + indeterminate) / due,
    tta_ms_p50: 2 * HOUR,
    tta_ms_p90: 9 * HOUR,
    ttr_ms_p50: median,
    ttr_ms_p90: 3 * median,
    ttr_ms_p95: 5 * median,
    ttr_ms_p99: 9 * median,
    km_median_ms: median,
    km_p90_ms: 3 * median,
    within_1h: Math.floor(due * 0.05),
    within_3h: Math.floor(due * 0.2),
    within_6h: Math.floor(due * 0.35),
    within_24h: onTime,
    within_48h: Math.floor(due * 0.9),
    within_7d: due,
    within_14d: due,
    within_28d: due,
    updated_at: instant(NOW),
  };
}

/** Crawl coverage of each provider and hour. */
export function* coverage(dice: Dice): Generator<JsonObject> {
  for (let hour = BEGIN; hour < NOW; hour += HOUR) {
    for (const { id } of PROVIDERS) {
      const open = 5 + dice.below(40);
      const observed = dice.share() < 0.97 ? open - dice.below(2) : dice.below(open);
      yield {
        _id: `${instant(hour)}|${id}`,
        hour: instant(hour),
        provider_id: id,
        open_cases: open,
        observed_cases: observed,
        coverage: observed / open,
        observations: 3 * observed,
        counted: 2 * observed,
        up: observed,
        down: observed,
        blocked: dice.below(3),
        geo_blocked: 0,
        ambiguous: dice.below(3),
        moot: 0,
        error: dice.below(3),
        last_observation_at: instant(hour + dice.below(HOUR)),
        updated_at: instant(hour + HOUR),
      };
    }
  }
}
