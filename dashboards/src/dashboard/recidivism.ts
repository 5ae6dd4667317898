import type { Dashboard } from "@grafana/grafana-foundation-sdk/dashboard";
import { terms, time } from "../panel/bucket";
import { words } from "../panel/mapping";
import { COUNT, max, rawData } from "../panel/metric";
import { ALERTS, CASES_BY_ISSUE, CASES_BY_REAPPEARANCE, PERIODS } from "../panel/source";
import { figures } from "../panel/stat";
import { rows } from "../panel/table";
import { documents } from "../panel/target";
import { COLOR, MINIMUM_CASES } from "../panel/threshold";
import { lines, stackedBars } from "../panel/timeseries";
import { atLeast, joinBy, only, ratioOf, rename, sumOf } from "../panel/transform";
import { UNIT } from "../panel/unit";
import { CATEGORIES, RECIDIVISM } from "../text/codes";
import { LABELS } from "../text/labels";
import type { Language } from "../text/language";
import { RECIDIVISM_BOARD as TEXT } from "../text/recidivism";
import { SECTIONS } from "../text/sections";
import { caseList } from "./caselist";
import { cohortCurve, countField, maxColumn, NATIONAL, newestCohort, startField } from "./cohort";
import {
  board,
  categoriesVariable,
  context,
  outages,
  periodVariable,
  providersVariable,
  linkedProvider,
} from "./context";
import { head } from "./shared";

const COHORT = `${NATIONAL} AND period:$period`;
const CHOSEN = "provider_id:$provider AND category:$category";
const WITH_CONTENT = `${CHOSEN} AND _exists_:content_key`;

export function recidivism(language: Language): Dashboard {
  const c = context(language);
  const { say } = c;
  const provider = linkedProvider(c, ["period"]);
  const ways = [
    ["recidivism_strict", LABELS.strict, COLOR.bad],
    ["recidivism_loose", LABELS.loose, "orange"],
    ["reinstated", LABELS.reinstated, "purple"],
  ] as const;

  const totals = figures({
    ...head(say, 2, TEXT.totals),
    targets: [newestCohort(COHORT, [...ways.map(([field]) => field), "issued", "removed"])],
    transformations: only([
      "start",
      ...[...ways.map(([field]) => field), "issued", "removed"].map(maxColumn),
    ]),
    fields: [
      startField(say),
      ...ways.map(([field, label]) => countField(say, maxColumn(field), label)),
      countField(say, maxColumn("issued"), LABELS.issued),
      countField(say, maxColumn("removed"), LABELS.removed),
    ],
  });
  const curve = lines({
    ...head(say, 3, TEXT.curve),
    unit: UNIT.count,
    targets: [
      ...ways.map(([field, label]) => cohortCurve(COHORT, field, say(label))),
      cohortCurve(COHORT, "issued", say(LABELS.issued)),
    ],
    fields: [
      ...ways.map(([, label, color]) => ({
        name: say(label),
        label: say(label),
        unit: UNIT.count,
        color,
      })),
      {
        name: say(LABELS.issued),
        label: say(LABELS.issued),
        unit: UNIT.count,
        bars: true,
        color: COLOR.muted,
      },
    ],
  });
  const share = "share";
  const again = "again";
  const providers = rows({
    ...head(say, 4, TEXT.providers),
    targets: [
      documents({
        source: CASES_BY_ISSUE,
        query: WITH_CONTENT,
        buckets: [terms("provider_id")],
        metrics: [COUNT, max("prior_cases")],
      }),
      documents({
        source: CASES_BY_ISSUE,
        query: `${WITH_CONTENT} AND recidivism:(STRICT OR LOOSE)`,
        buckets: [terms("provider_id")],
        metrics: [COUNT],
      }),
    ],
    transformations: [
      rename("B", "Count", "found"),
      joinBy("provider_id"),
      // A provider where nothing came back has no row in the second query.
      sumOf(again, ["found"]),
      ratioOf(share, again, "Count"),
      atLeast("Count", MINIMUM_CASES),
    ],
    sortBy: say(LABELS.share),
    descending: true,
    fields: [
      provider,
      { name: share, label: say(LABELS.share), unit: UNIT.share, decimals: 1 },
      countField(say, again, LABELS.again),
      countField(say, "Count", LABELS.withContent),
      countField(say, "Max", LABELS.priorCases),
    ],
  });
  const categories = rows({
    ...head(say, 5, TEXT.categories),
    targets: [
      documents({
        source: CASES_BY_ISSUE,
        query: WITH_CONTENT,
        buckets: [terms("category"), terms("recidivism")],
        metrics: [COUNT, max("prior_cases")],
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
      {
        name: "recidivism",
        label: say(LABELS.before),
        unit: UNIT.text,
        mappings: words(say, RECIDIVISM),
      },
      countField(say, "Count", LABELS.cases),
      countField(say, "Max", LABELS.priorCases),
    ],
  });
  const byWeek = stackedBars({
    ...head(say, 6, TEXT.byWeek),
    unit: UNIT.count,
    targets: [
      documents({
        source: CASES_BY_REAPPEARANCE,
        query: CHOSEN,
        buckets: [time("reappeared_at", "1w", true)],
        metrics: [COUNT],
        name: say(LABELS.reinstated),
      }),
    ],
    fields: [
      {
        name: say(LABELS.reinstated),
        label: say(LABELS.reinstated),
        unit: UNIT.count,
        color: "purple",
      },
    ],
  });
  const strikes = rows({
    ...head(say, 8, TEXT.strikes),
    targets: [
      documents({
        source: ALERTS,
        query: "kind:PROVIDER_STRIKES AND provider_id:$provider",
        metrics: [rawData(200)],
      }),
    ],
    sortBy: say(LABELS.startsAt),
    descending: true,
    fields: [
      { name: "starts_at", label: say(LABELS.startsAt), unit: UNIT.instant },
      provider,
      { name: "level", label: say(LABELS.level), unit: UNIT.text },
      { name: `summary_${language}`, label: say(LABELS.summary), unit: UNIT.text },
    ],
  });

  return board(c, {
    name: "recidivism",
    sources: [PERIODS, CASES_BY_ISSUE, CASES_BY_REAPPEARANCE, ALERTS],
    variables: [
      periodVariable(c),
      providersVariable(c, CASES_BY_ISSUE),
      categoriesVariable(c, CASES_BY_ISSUE),
    ],
    annotations: [outages(c)],
    from: "now-1y/d",
    sections: [
      {
        id: 1,
        title: say(SECTIONS.figures),
        lines: [
          { height: 5, panels: [[24, totals]] },
          { height: 9, panels: [[24, curve]] },
        ],
      },
      {
        id: 9,
        title: say(SECTIONS.providers),
        lines: [
          { height: 10, panels: [[13, providers], [11, categories]] },
          { height: 8, panels: [[12, byWeek], [12, strikes]] },
          {
            height: 10,
            panels: [
              [
                24,
                caseList(say, {
                  ...head(say, 7, TEXT.list),
                  source: CASES_BY_REAPPEARANCE,
                  query: CHOSEN,
                  by: "reappeared_at",
                  latestFirst: true,
                  size: 200,
                  provider,
                  fields: [
                    { name: "Max", label: say(LABELS.reappearedAt), unit: UNIT.instant },
                    { name: "Min", label: say(LABELS.issuedAt), unit: UNIT.instant },
                  ],
                }),
              ],
            ],
          },
        ],
      },
    ],
  });
}
