import type { JsonObject } from "../query/json";
import type { Dice } from "./dice";
import { BEGIN, instant, NOW, PROVIDERS } from "./world";

const HOUR = 3_600_000;
const CATEGORIES = [
  "CSAM",
  "HARMFUL_TO_CHILDREN",
  "CHILD_PRIVACY",
  "GROOMING",
  "VIOLENCE",
  "IMPERSONATION",
  "CSAM_SYNTHETIC",
  "OTHER",
];
const SOURCES = [
  "AUTHORITY",
  "HOTLINE_111",
  "USER",
  "TRUSTED_FLAGGER",
  "VN_COP",
  "CRAWLER",
  "INTERNATIONAL",
  "PROVIDER",
];

/** A case with everything that a panel counts by. */
export function madeCase(number: number, dice: Dice): JsonObject {
  const provider = dice.skewed(PROVIDERS);
  const issued = BEGIN + dice.below(NOW - BEGIN);
  const clock = (dice.share() < 0.1 ? 6 : 24) * HOUR;
  const due = issued + clock;
  const down = dice.share() < 0.93 ? issued + dice.spread(10 * HOUR, 1.4) : undefined;
  const firstDown = down !== undefined && down < NOW ? down : undefined;
  const excluded = dice.share() < 0.03;
  const claimed = dice.share() < 0.4;
  const falseClaim = claimed && dice.share() < 0.08;
  const back = firstDown !== undefined && dice.share() < 0.03;
  const acknowledged = issued + dice.spread(2 * HOUR, 1);
  return {
    _id: `r${number >> 2}/${number & 3}`,
    case_id: `r${number >> 2}/${number & 3}`,
    request_id: `r${number >> 2}`,
    item_id: String(number & 3),
    provider_id: provider.id,
    provider_name: provider.id,
    provider_type: provider.type,
    jurisdiction: provider.jurisdiction,
    action: provider.type === "ISP" ? "BLOCK" : "REMOVE",
    category: dice.skewed(CATEGORIES),
    urgency: clock < 24 * HOUR ? "URGENT" : "STANDARD",
    authority_id: `authority-${dice.below(12)}`,
    source: dice.skewed(SOURCES),
    policy_id: clock < 24 * HOUR ? "urgent" : "standard",
    policy_version: 1,
    issued_at: instant(issued),
    t0: instant(issued),
    due_at: instant(due),
    acknowledged_at: acknowledged < NOW ? instant(acknowledged) : null,
    claimed_at: claimed && firstDown !== undefined ? instant(firstDown) : null,
    last_up_at: instant(Math.min(NOW, (firstDown ?? NOW) - dice.below(3 * HOUR))),
    first_down_at: firstDown === undefined ? null : instant(firstDown),
    confirmed_down_at: firstDown === undefined ? null : instant(firstDown + 6 * HOUR),
    reappeared_at: back ? instant(firstDown + dice.below(60 * 24 * HOUR)) : null,
    state: back ? "REINSTATED" : firstDown === undefined ? "DELIVERED" : "REMOVED",
    verdict: verdict(excluded, firstDown, due, dice),
    exclusion_reason: excluded ? "ALREADY_DOWN" : null,
    tta_ms: acknowledged - issued,
    ttr_low_ms:
      firstDown === undefined ? null : Math.max(0, firstDown - issued - dice.below(3 * HOUR)),
    ttr_high_ms: firstDown === undefined ? null : firstDown - issued,
    false_claim: falseClaim,
    false_claim_at: falseClaim ? instant((firstDown ?? due) + HOUR) : null,
    geo_only: dice.share() < 0.02,
    removals: firstDown === undefined ? 0 : 1,
    reinstatements: back ? 1 : 0,
    recidivism: dice.share() < 0.7 ? "NONE" : dice.share() < 0.5 ? "STRICT" : "LOOSE",
    prior_cases: dice.below(4),
    observations: 5 + dice.below(200),
    restated: dice.share() < 0.01,
    sequence: 4,
    updated_at: instant(NOW),
  };
}

function verdict(excluded: boolean, down: number | undefined, due: number, dice: Dice): string {
  if (excluded) {
    return "EXCLUDED";
  }
  if (down !== undefined && down <= due) {
    return "ON_TIME";
  }
  if (due > NOW) {
    return "PENDING";
  }
  if (down !== undefined) {
    return dice.share() < 0.15 ? "INDETERMINATE" : "BREACH";
  }
  return dice.share() < 0.8 ? "BREACH" : dice.of(["OVERDUE", "UNOBSERVED", "UNCONFIRMED"]);
}
