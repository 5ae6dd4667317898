import type { JsonObject } from "../query/json";
import type { Dice } from "./dice";
import { BEGIN, instant, NOW, PROVIDERS } from "./world";

const KINDS = [
  "SLA_BREACH",
  "DEADLINE_NEAR",
  "SLA_OVERDUE",
  "ACK_OVERDUE",
  "FALSE_CLAIM",
  "REINSTATEMENT",
  "CONTENT_RECIDIVISM",
  "PROVIDER_STRIKES",
  "MONITOR_BLIND",
  "SECOND_NOTICE_DUE",
];
const REASONS = ["MALFORMED_JSON", "MISSING_FIELD", "UNKNOWN_ENUM_VALUE", "TOO_LATE", "TOO_LARGE"];
const DAY = 86_400_000;
const SHARE = 0.95;

/** One alert for every fourth case; those of the last two days are firing. */
export function* alerts(cases: number, dice: Dice): Generator<JsonObject> {
  for (let number = 0; number < cases / 4; number++) {
    const provider = dice.skewed(PROVIDERS);
    const starts = BEGIN + dice.below(NOW - BEGIN);
    const firing = starts > NOW - 2 * DAY;
    const kind = dice.skewed(KINDS);
    const key = `${kind}|${provider.id}|r${number}/0`;
    yield {
      _id: key,
      alert_key: key,
      kind,
      severity: dice.of(["info", "warning", "critical"]),
      status: firing ? "FIRING" : "RESOLVED",
      starts_at: instant(starts),
      ends_at: firing ? null : instant(Math.min(NOW, starts + dice.spread(DAY, 1))),
      provider_id: provider.id,
      case_id: `r${number}/0`,
      policy_id: "standard",
      level: null,
      summary_vi: "Nội dung vẫn còn sau hạn.",
      summary_en: "The content is still up after the deadline.",
      updated_at: instant(NOW),
    };
  }
}

/** One change of every case: a panel looks at restated ones alone. */
export function* transitions(cases: number, dice: Dice): Generator<JsonObject> {
  for (let number = 0; number < cases; number++) {
    const id = `r${number >> 2}/${number & 3}`;
    yield {
      _id: `${id}|1`,
      case_id: id,
      sequence: 1,
      provider_id: dice.skewed(PROVIDERS).id,
      at: instant(BEGIN + dice.below(NOW - BEGIN)),
      cause: "OBSERVATION",
      state_before: "DELIVERED",
      state_after: "REMOVED",
      verdict_before: "PENDING",
      verdict_after: dice.of(["ON_TIME", "BREACH"]),
      restated: dice.share() < 0.01,
    };
  }
}

/** A few rejected records a day. */
export function* deadLetters(dice: Dice): Generator<JsonObject> {
  for (let number = 0; number < 10_000; number++) {
    const topic = dice.of([
      "takedown.requests.v1",
      "takedown.observations.v1",
      "takedown.acknowledgements.v1",
    ]);
    yield {
      _id: `${topic}|0|${number}`,
      topic,
      partition: 0,
      offset: number,
      reason: dice.skewed(REASONS),
      detail: "made up",
      original_bytes: "e30=",
      first_seen: instant(BEGIN + dice.below(NOW - BEGIN)),
    };
  }
}

/** How every provider stands at the end. */
export function* states(dice: Dice): Generator<JsonObject> {
  for (const [place, { id, type, jurisdiction }] of [
    { id: "_all", type: "OTHER", jurisdiction: "DOMESTIC" },
    ...PROVIDERS,
  ].entries()) {
    const overdue = dice.below(30);
    const windows = Object.fromEntries(
      ["6h", "1d", "3d", "28d"].flatMap((window) => {
        const due = 20 + dice.below(500);
        const late = dice.below(20);
        return [
          [`due_${window}`, due],
          [`late_${window}`, late],
          [`burn_${window}`, late / due / (1 - SHARE)],
        ];
      }),
    );
    yield {
      _id: id,
      provider_id: id,
      provider_name: id,
      provider_type: type,
      jurisdiction,
      as_of: instant(NOW),
      open_cases: 40,
      overdue_cases: overdue,
      overdue_0_24h: overdue,
      overdue_1_3d: 0,
      overdue_3_7d: 0,
      overdue_7_14d: 0,
      overdue_14_28d: 0,
      overdue_over_28d: 0,
      oldest_overdue_ms: overdue * 3_600_000,
      ...windows,
      league_position: place === 0 ? null : place,
      league_size: PROVIDERS.length,
      due_90d: 500,
      on_time_90d: 450,
      compliance_90d: 0.9,
      strike_level: 0,
      updated_at: instant(NOW),
    };
  }
}
