import type { Dashboard } from "@grafana/grafana-foundation-sdk/dashboard";
import { terms, time } from "../panel/bucket";
import { coverageWords, words } from "../panel/mapping";
import { COUNT, max, rawData, sum } from "../panel/metric";
import {
  ALERTS,
  CASES_BY_ISSUE,
  COVERAGE,
  DEAD_LETTERS,
  PERIODS,
  TRANSITIONS,
} from "../panel/source";
import { rows } from "../panel/table";
import { documents } from "../panel/target";
import { COLOR, COVERAGE_STEPS, MINIMUM_CASES } from "../panel/threshold";
import { lines, stackedBars } from "../panel/timeseries";
import { asTime, atLeast, copyOf, ratioOf } from "../panel/transform";
import { UNIT } from "../panel/unit";
import { CAUSES, REJECTION_REASONS, VERDICTS } from "../text/codes";
import { LABELS } from "../text/labels";
import type { Language } from "../text/language";
import { QUALITY as TEXT } from "../text/quality";
import { SECTIONS } from "../text/sections";
import { cohortCurve, countField, NATIONAL } from "./cohort";
import { board, context, outages, providersVariable, linkedProvider } from "./context";
import { coverageCurve, head } from "./shared";

const CHOSEN = "provider_id:$provider";
const SHARE = "coverage";
const ASSESSABLE = "assessable";

export function quality(language: Language): Dashboard {
  const c = context(language);
  const { say } = c;
  const provider = linkedProvider(c);

  const providers = rows({
    ...head(say, 3, TEXT.providers),
    targets: [
      documents({
        source: COVERAGE,
        query: `${CHOSEN} AND open_cases:>0`,
        buckets: [terms("provider_id")],
        metrics: [sum("observed_cases"), sum("open_cases"), max("last_observation_at"), COUNT],
      }),
    ],
    transformations: [
      ratioOf(SHARE, "Sum observed_cases", "Sum open_cases"),
      copyOf(ASSESSABLE, SHARE),
      atLeast("Sum open_cases", MINIMUM_CASES),
    ],
    sortBy: say(LABELS.coverage),
    fields: [
      provider,
      {
        name: SHARE,
        label: say(LABELS.coverage),
        unit: UNIT.share,
        decimals: 1,
        thresholds: COVERAGE_STEPS,
      },
      {
        name: ASSESSABLE,
        label: say(LABELS.judgement),
        unit: UNIT.share,
        mappings: coverageWords(say),
        thresholds: COVERAGE_STEPS,
      },
      countField(say, "Sum open_cases", LABELS.openCasesN),
      countField(say, "Count", LABELS.providerHours),
      { name: "Max", label: say(LABELS.lastObservation), unit: UNIT.instant },
    ],
  });
  const blind = rows({
    ...head(say, 4, TEXT.blind),
    targets: [
      documents({
        source: COVERAGE,
        query: `${CHOSEN} AND open_cases:>0 AND observed_cases:0`,
        buckets: [terms("provider_id")],
        metrics: [COUNT, max("hour")],
      }),
    ],
    sortBy: say(LABELS.blindHours),
    descending: true,
    fields: [
      provider,
      countField(say, "Count", LABELS.blindHours),
      { name: "Max", label: say(LABELS.lastBlindHour), unit: UNIT.instant },
    ],
  });
  const blindAlerts = rows({
    ...head(say, 5, TEXT.outages),
    targets: [
      documents({
        source: ALERTS,
        query: `kind:MONITOR_BLIND AND (${CHOSEN} OR ${NATIONAL})`,
        metrics: [rawData(200)],
      }),
    ],
    transformations: [asTime("ends_at")],
    sortBy: say(LABELS.startsAt),
    descending: true,
    fields: [
      { name: "starts_at", label: say(LABELS.startsAt), unit: UNIT.instant, width: 180 },
      { name: "ends_at", label: say(LABELS.endsAt), unit: UNIT.instant, width: 180 },
      { ...provider, width: 160 },
      { name: `summary_${language}`, label: say(LABELS.summary), unit: UNIT.text },
    ],
  });
  const results = [
    ["up", LABELS.up, COLOR.bad],
    ["down", LABELS.down, COLOR.good],
    ["blocked", LABELS.blockedSeen, COLOR.neutral],
    ["geo_blocked", LABELS.geoBlocked, "purple"],
    ["ambiguous", LABELS.ambiguous, COLOR.middling],
    ["error", LABELS.error, COLOR.muted],
  ] as const;
  const statuses = stackedBars({
    ...head(say, 6, TEXT.statuses),
    unit: UNIT.count,
    targets: results.map(([field, label]) =>
      documents({
        source: COVERAGE,
        query: CHOSEN,
        buckets: [time("hour", "1d")],
        metrics: [sum(field)],
        name: say(label),
      }),
    ),
    fields: results.map(([, label, color]) => ({
      name: say(label),
      label: say(label),
      unit: UNIT.count,
      color,
    })),
  });
  const reasonWords = words(say, REJECTION_REASONS);
  const reasons = rows({
    ...head(say, 7, TEXT.reasons),
    targets: [
      documents({
        source: DEAD_LETTERS,
        query: "*",
        buckets: [terms("topic"), terms("reason")],
        metrics: [COUNT, max("first_seen")],
      }),
    ],
    sortBy: say(LABELS.records),
    descending: true,
    fields: [
      { name: "topic", label: say(LABELS.topic), unit: UNIT.text },
      { name: "reason", label: say(LABELS.reason), unit: UNIT.text, mappings: reasonWords },
      countField(say, "Count", LABELS.records),
      { name: "Max", label: say(LABELS.newest), unit: UNIT.instant },
    ],
  });
  const deadByDay = stackedBars({
    ...head(say, 8, TEXT.deadByDay),
    unit: UNIT.count,
    targets: [
      documents({
        source: DEAD_LETTERS,
        query: "*",
        buckets: [terms("reason", { size: 50 }), time("first_seen", "1d")],
        metrics: [COUNT],
        name: "{{reason}}",
      }),
    ],
    fields: Object.entries(REJECTION_REASONS).map(([code, text]) => ({
      name: code,
      label: say(text),
      unit: UNIT.count,
    })),
  });
  const restated = stackedBars({
    ...head(say, 9, TEXT.restated),
    unit: UNIT.count,
    targets: [
      documents({
        source: TRANSITIONS,
        query: `restated:true AND ${CHOSEN}`,
        buckets: [terms("cause", { size: 50 }), time("at", "1d")],
        metrics: [COUNT],
        name: "{{cause}}",
      }),
    ],
    fields: Object.entries(CAUSES).map(([code, text]) => ({
      name: code,
      label: say(text),
      unit: UNIT.count,
    })),
  });
  const restatedCases = rows({
    ...head(say, 10, TEXT.restatedCases),
    targets: [
      documents({
        source: CASES_BY_ISSUE,
        query: `restated:true AND ${CHOSEN}`,
        buckets: [terms("provider_id")],
        metrics: [COUNT],
      }),
    ],
    sortBy: say(LABELS.cases),
    descending: true,
    fields: [provider, countField(say, "Count", LABELS.cases)],
  });
  const doubts = [
    ["unobserved", VERDICTS.UNOBSERVED, COLOR.bad],
    ["indeterminate", VERDICTS.INDETERMINATE, "purple"],
  ] as const;
  const unseen = lines({
    ...head(say, 11, TEXT.unseen),
    unit: UNIT.count,
    targets: [
      ...doubts.map(([field, label]) =>
        cohortCurve(`${NATIONAL} AND period:MONTH`, field, say(label)),
      ),
      cohortCurve(`${NATIONAL} AND period:MONTH`, "eligible", say(LABELS.eligible)),
    ],
    fields: [
      ...doubts.map(([, label, color]) => ({
        name: say(label),
        label: say(label),
        unit: UNIT.count,
        color,
      })),
      {
        name: say(LABELS.eligible),
        label: say(LABELS.eligible),
        unit: UNIT.count,
        bars: true,
        color: COLOR.muted,
      },
    ],
  });

  return board(c, {
    name: "quality",
    sources: [COVERAGE, ALERTS, DEAD_LETTERS, TRANSITIONS, CASES_BY_ISSUE, PERIODS],
    variables: [providersVariable(c, COVERAGE)],
    annotations: [outages(c)],
    from: "now-30d/d",
    sections: [
      {
        id: 1,
        title: say(SECTIONS.coverage),
        lines: [
          {
            height: 9,
            panels: [
              [14, coverageCurve(say, head(say, 2, TEXT.curve), CHOSEN, "1h")],
              [10, unseen],
            ],
          },
          { height: 10, panels: [[14, providers], [10, blind]] },
          { height: 9, panels: [[12, statuses], [12, blindAlerts]] },
        ],
      },
      {
        id: 12,
        title: say(SECTIONS.data),
        lines: [
          { height: 9, panels: [[12, reasons], [12, deadByDay]] },
          { height: 9, panels: [[14, restated], [10, restatedCases]] },
        ],
      },
    ],
  });
}
