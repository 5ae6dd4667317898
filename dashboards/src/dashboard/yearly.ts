import type { Dashboard } from "@grafana/grafana-foundation-sdk/dashboard";
import { terms } from "../panel/bucket";
import { words } from "../panel/mapping";
import { COUNT, max, min } from "../panel/metric";
import type { PanelShape } from "../panel/panel";
import { ALERTS, CASES_BY_ISSUE, PERIODS } from "../panel/source";
import { figures } from "../panel/stat";
import { rows } from "../panel/table";
import { documents } from "../panel/target";
import { MINIMUM_CASES } from "../panel/threshold";
import { atLeast, copyOf, joinBy, only } from "../panel/transform";
import { UNIT } from "../panel/unit";
import { choice } from "../panel/variable";
import { VARIABLES } from "../text/boards";
import {
  ALERT_KINDS,
  CATEGORIES,
  EXCLUSION_REASONS,
  JURISDICTIONS,
  PROVIDER_TYPES,
  UNKNOWN,
} from "../text/codes";
import { LABELS } from "../text/labels";
import type { Language } from "../text/language";
import type { PanelText } from "../text/overview";
import { PHRASES } from "../text/phrases";
import { SECTIONS } from "../text/sections";
import { YEARLY as TEXT, YEARLY_TWICE as TWICE } from "../text/yearly";
import {
  ADD_DUE,
  ADD_JUDGEMENT,
  complianceField,
  countField,
  DUE,
  DUE_NAME,
  dueField,
  durationField,
  ENOUGH_CASES,
  JUDGEMENT_NAME,
  judgementField,
  maxColumn,
  maxima,
  NATIONAL,
  newestCohort,
  PROVIDERS,
  startField,
} from "./cohort";
import { board, context, linkedProvider } from "./context";
import { head, removalBands, SPEED, speedFields, verdictWords } from "./shared";

const FIRST_YEAR = 2018;
const LAST_YEAR = 2040;
const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) =>
  String(LAST_YEAR - index),
);

/** The year that the dashboard opens with, until another is chosen. */
const YEAR_AT_FIRST = "2026";

const NEW_YEAR = "${year}-01-01T00:00:00.000+07:00";

/** Cohorts are found by their date, cases and alerts by instants in Vietnam. */
const CHOSEN = 'start:["${year}-01-01" TO "${year}-01-01"]';
const BEFORE = 'start:["${year}-01-01||-1y" TO "${year}-01-01||-1y"]';
const WITHIN = 'start:["${year}-01-01" TO "${year}-12-31"]';

function inYear(field: string): string {
  return `${field}:["${NEW_YEAR}" TO "${NEW_YEAR}||+1y"}`;
}

const NATION = `${NATIONAL} AND period:YEAR`;

const COUNTS = [
  ["issued", LABELS.issued],
  ["eligible", LABELS.eligible],
  ["removed", LABELS.removed],
  ["claimed", LABELS.claimed],
  ["false_claims", LABELS.falseClaims],
  ["reinstated", LABELS.reinstated],
  ["recidivism_strict", LABELS.strict],
  ["recidivism_loose", LABELS.loose],
] as const;

export function yearly(language: Language): Dashboard {
  const c = context(language);
  const { say } = c;
  const provider = linkedProvider(c);

  const compliance = (id: number, text: PanelText, year: string): PanelShape =>
    figures({
      ...head(say, id, text),
      targets: [
        newestCohort(`${NATION} AND ${year}`, ["compliance_low", "compliance_high", ...DUE]),
      ],
      noValue: say(PHRASES.smallNumber),
      transformations: [
        ADD_DUE,
        ADD_JUDGEMENT,
        atLeast(DUE_NAME, MINIMUM_CASES),
        ...only([
          "start",
          maxColumn("compliance_low"),
          maxColumn("compliance_high"),
          JUDGEMENT_NAME,
          DUE_NAME,
        ]),
      ],
      fields: [
        { name: "start", label: say(LABELS.year), unit: UNIT.year },
        complianceField(say, maxColumn("compliance_low"), LABELS.complianceLow),
        complianceField(say, maxColumn("compliance_high"), LABELS.complianceHigh),
        judgementField(say),
        dueField(say),
      ],
    });
  const counts = (id: number, text: PanelText, year: string): PanelShape =>
    figures({
      ...head(say, id, text),
      targets: [newestCohort(`${NATION} AND ${year}`, COUNTS.map(([field]) => field))],
      transformations: only(COUNTS.map(([field]) => maxColumn(field))),
      fields: COUNTS.map(([field, label]) => countField(say, maxColumn(field), label)),
    });
  const speed = (id: number, text: PanelText, year: string): PanelShape =>
    figures({
      ...head(say, id, text),
      targets: [newestCohort(`${NATION} AND ${year}`, SPEED.map(([field]) => field))],
      transformations: only(SPEED.map(([field]) => maxColumn(field))),
      fields: speedFields(say),
    });

  const months = rows({
    ...head(say, 10, TEXT.months),
    targets: [
      documents({
        source: PERIODS,
        query: `${NATIONAL} AND period:MONTH AND ${WITHIN}`,
        buckets: [terms("start", { orderBy: "_key", order: "asc" })],
        metrics: maxima(["issued", "eligible", "removed", ...DUE]),
      }),
      documents({
        source: PERIODS,
        query: `${NATIONAL} AND period:MONTH AND ${WITHIN} AND ${ENOUGH_CASES}`,
        buckets: [terms("start", { orderBy: "_key", order: "asc" })],
        metrics: maxima(["compliance_low", "compliance_high", "km_median_ms", "km_p90_ms"]),
      }),
    ],
    transformations: [joinBy("start"), ADD_DUE, ADD_JUDGEMENT],
    sortBy: say(LABELS.start),
    fields: [
      startField(say),
      countField(say, maxColumn("issued"), LABELS.issued),
      countField(say, maxColumn("eligible"), LABELS.eligible),
      countField(say, maxColumn("removed"), LABELS.removed),
      complianceField(say, maxColumn("compliance_low"), LABELS.complianceLow),
      complianceField(say, maxColumn("compliance_high"), LABELS.complianceHigh),
      judgementField(say),
      dueField(say),
      durationField(say, maxColumn("km_median_ms"), LABELS.kmMedian, PHRASES.notReached),
      durationField(say, maxColumn("km_p90_ms"), LABELS.kmP90, PHRASES.notReached),
    ],
  });
  const byProvider = (query: string, metrics: readonly ReturnType<typeof max>[]) =>
    documents({
      source: PERIODS,
      query: `${PROVIDERS} AND period:YEAR AND ${query}`,
      buckets: [terms("provider_id", { orderBy: "_key", order: "asc" })],
      metrics,
    });
  const providers = rows({
    ...head(say, 11, TEXT.providers),
    targets: [
      byProvider(CHOSEN, maxima(["issued", "removed", "false_claims", ...DUE])),
      byProvider(
        `${CHOSEN} AND ${ENOUGH_CASES}`,
        maxima(["compliance_low", "compliance_high", "km_median_ms", "tta_ms_p50"]),
      ),
      // The least and the greatest of one document are the same, but the columns differ in name.
      byProvider(`${BEFORE} AND ${ENOUGH_CASES}`, [min("compliance_low"), min("km_median_ms")]),
    ],
    transformations: [joinBy("provider_id"), ADD_DUE, copyOf(JUDGEMENT_NAME, maxColumn("compliance_low"))],
    // Not by compliance: Grafana puts those that are not judged first.
    sortBy: say(LABELS.due),
    descending: true,
    fields: [
      provider,
      countField(say, maxColumn("issued"), LABELS.issued),
      complianceField(say, maxColumn("compliance_low"), LABELS.complianceLow),
      complianceField(say, maxColumn("compliance_high"), LABELS.complianceHigh),
      judgementField(say),
      dueField(say),
      complianceField(say, "Min compliance_low", LABELS.complianceLowBefore),
      durationField(say, maxColumn("km_median_ms"), LABELS.kmMedian, PHRASES.notReached),
      durationField(say, "Min km_median_ms", LABELS.kmMedianBefore, PHRASES.notReached),
      durationField(say, maxColumn("tta_ms_p50"), LABELS.ackMedian, PHRASES.noFigure),
      countField(say, maxColumn("removed"), LABELS.removed),
      countField(say, maxColumn("false_claims"), LABELS.falseClaims),
    ],
  });
  const verdict = {
    name: "verdict",
    label: say(LABELS.verdict),
    unit: UNIT.text,
    mappings: verdictWords(say) ?? [],
  } as const;
  const cases = countField(say, "Count", LABELS.cases);
  const categories = rows({
    ...head(say, 12, TEXT.categories),
    targets: [
      documents({
        source: CASES_BY_ISSUE,
        query: inYear("issued_at"),
        buckets: [terms("category"), terms("verdict")],
        metrics: [COUNT],
      }),
    ],
    sortBy: say(LABELS.category),
    fields: [
      {
        name: "category",
        label: say(LABELS.category),
        unit: UNIT.text,
        mappings: words(say, CATEGORIES),
      },
      verdict,
      cases,
    ],
  });
  const types = rows({
    ...head(say, 13, TEXT.types),
    targets: [
      documents({
        source: CASES_BY_ISSUE,
        query: inYear("issued_at"),
        buckets: [
          terms("provider_type", { missing: "UNKNOWN" }),
          terms("jurisdiction", { missing: "UNKNOWN" }),
          terms("verdict"),
        ],
        metrics: [COUNT],
      }),
    ],
    sortBy: say(LABELS.providerType),
    fields: [
      {
        name: "provider_type",
        label: say(LABELS.providerType),
        unit: UNIT.text,
        mappings: words(say, { ...PROVIDER_TYPES, ...UNKNOWN }),
      },
      {
        name: "jurisdiction",
        label: say(LABELS.jurisdiction),
        unit: UNIT.text,
        mappings: words(say, { ...JURISDICTIONS, ...UNKNOWN }),
      },
      verdict,
      cases,
    ],
  });
  const excluded = rows({
    ...head(say, 14, TEXT.excluded),
    targets: [
      documents({
        source: CASES_BY_ISSUE,
        query: `${inYear("issued_at")} AND verdict:EXCLUDED`,
        buckets: [terms("exclusion_reason")],
        metrics: [COUNT],
      }),
    ],
    sortBy: say(LABELS.cases),
    descending: true,
    fields: [
      {
        name: "exclusion_reason",
        label: say(LABELS.reason),
        unit: UNIT.text,
        mappings: words(say, EXCLUSION_REASONS),
      },
      cases,
    ],
  });
  const alerts = rows({
    ...head(say, 15, TEXT.alerts),
    targets: [
      documents({
        source: ALERTS,
        query: inYear("starts_at"),
        buckets: [terms("kind")],
        metrics: [COUNT],
      }),
    ],
    sortBy: say(LABELS.alerts),
    descending: true,
    fields: [
      { name: "kind", label: say(LABELS.kind), unit: UNIT.text, mappings: words(say, ALERT_KINDS) },
      countField(say, "Count", LABELS.alerts),
    ],
  });

  return board(c, {
    name: "yearly",
    sources: [PERIODS, CASES_BY_ISSUE, ALERTS],
    variables: [
      choice(
        "year",
        say(LABELS.year),
        say(VARIABLES.year),
        YEARS.map((year) => ({ text: year, value: year })),
        YEAR_AT_FIRST,
      ),
    ],
    // The year is chosen by the variable; the range only has to hold every year.
    from: "now-30y/y",
    timePicker: false,
    sections: [
      {
        id: 1,
        title: say(SECTIONS.figures),
        lines: [
          {
            height: 5,
            panels: [
              [12, compliance(2, TWICE.compliance.chosen, CHOSEN)],
              [12, compliance(3, TWICE.compliance.before, BEFORE)],
            ],
          },
          {
            height: 6,
            panels: [
              [12, counts(4, TWICE.counts.chosen, CHOSEN)],
              [12, counts(5, TWICE.counts.before, BEFORE)],
            ],
          },
          {
            height: 5,
            panels: [
              [12, speed(6, TWICE.speed.chosen, CHOSEN)],
              [12, speed(7, TWICE.speed.before, BEFORE)],
            ],
          },
          {
            height: 9,
            panels: [
              [12, removalBands(say, head(say, 8, TWICE.bands.chosen), `${NATION} AND ${CHOSEN}`)],
              [12, removalBands(say, head(say, 9, TWICE.bands.before), `${NATION} AND ${BEFORE}`)],
            ],
          },
          { height: 11, panels: [[24, months]] },
        ],
      },
      {
        id: 16,
        title: say(SECTIONS.providers),
        lines: [{ height: 14, panels: [[24, providers]] }],
      },
      {
        id: 17,
        title: say(SECTIONS.breakdown),
        lines: [
          { height: 12, panels: [[12, categories], [12, types]] },
          { height: 9, panels: [[12, excluded], [12, alerts]] },
        ],
      },
    ],
  });
}
