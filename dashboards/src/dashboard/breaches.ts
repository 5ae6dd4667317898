import type { Dashboard } from "@grafana/grafana-foundation-sdk/dashboard";
import { filters, terms, time } from "../panel/bucket";
import { SEVERITY_COLORS, words } from "../panel/mapping";
import { COUNT, min, rawData } from "../panel/metric";
import { ALERTS, CASES_BY_DEADLINE, CASES_BY_ISSUE } from "../panel/source";
import { figuresPerRow } from "../panel/stat";
import { rows } from "../panel/table";
import { documents } from "../panel/target";
import { COLOR } from "../panel/threshold";
import { stackedBars } from "../panel/timeseries";
import { UNIT } from "../panel/unit";
import { BREACHES as TEXT } from "../text/breaches";
import { ALERT_KINDS, SEVERITIES } from "../text/codes";
import { LABELS } from "../text/labels";
import type { Language } from "../text/language";
import { SECTIONS } from "../text/sections";
import { caseList, deadlineFields, OVERDUE } from "./caselist";
import { countField } from "./cohort";
import {
  board,
  categoriesVariable,
  context,
  outages,
  providersVariable,
  linkedProvider,
} from "./context";
import { EVER, head } from "./shared";

const CHOSEN = "provider_id:$provider";
const FIRING = `status:FIRING AND ${CHOSEN}`;
const CHOSEN_CASES = `${CHOSEN} AND category:$category`;

export function breaches(language: Language): Dashboard {
  const c = context(language);
  const { say } = c;
  const provider = linkedProvider(c);
  const severity = {
    name: "severity",
    label: say(LABELS.severity),
    unit: UNIT.text,
    mappings: words(say, SEVERITIES, SEVERITY_COLORS),
    width: 130,
  } as const;
  const kind = {
    name: "kind",
    label: say(LABELS.kind),
    unit: UNIT.text,
    mappings: words(say, ALERT_KINDS),
  } as const;

  const firing = figuresPerRow({
    ...head(say, 2, TEXT.firing),
    targets: [
      documents({
        source: ALERTS,
        query: FIRING,
        buckets: [
          filters(
            Object.entries(SEVERITIES).map(([code, text]) => ({
              label: say(text),
              query: `severity:${code}`,
            })),
          ),
        ],
        metrics: [COUNT],
      }),
    ],
    lookBack: EVER,
    fields: [
      { name: "filter", label: say(LABELS.severity), unit: UNIT.text },
      countField(say, "Count", LABELS.alerts),
    ],
  });
  const kinds = rows({
    ...head(say, 3, TEXT.kinds),
    targets: [
      documents({
        source: ALERTS,
        query: FIRING,
        buckets: [terms("kind"), terms("severity")],
        metrics: [COUNT, min("starts_at")],
      }),
    ],
    lookBack: EVER,
    sortBy: say(LABELS.alerts),
    descending: true,
    fields: [
      kind,
      severity,
      countField(say, "Count", LABELS.alerts),
      { name: "Min", label: say(LABELS.startsAt), unit: UNIT.instant },
    ],
  });
  const list = rows({
    ...head(say, 4, TEXT.list),
    targets: [
      documents({
        source: ALERTS,
        query: `${FIRING} AND severity:(critical OR warning)`,
        metrics: [rawData(500)],
      }),
    ],
    lookBack: EVER,
    sortBy: say(LABELS.startsAt),
    descending: true,
    fields: [
      { name: "starts_at", label: say(LABELS.startsAt), unit: UNIT.instant, width: 180 },
      severity,
      kind,
      { ...provider, width: 170 },
      { name: "case_id", label: say(LABELS.caseId), unit: UNIT.text, width: 190 },
      { name: `summary_${language}`, label: say(LABELS.summary), unit: UNIT.text },
    ],
  });
  const byDay = stackedBars({
    ...head(say, 7, TEXT.byDay),
    unit: UNIT.count,
    targets: [
      documents({
        source: ALERTS,
        query: CHOSEN,
        buckets: [terms("kind", { size: 20 }), time("starts_at", "1d")],
        metrics: [COUNT],
        name: "{{kind}}",
      }),
    ],
    fields: Object.entries(ALERT_KINDS).map(([code, text]) => ({
      name: code,
      label: say(text),
      unit: UNIT.count,
      ...(code === "SLA_BREACH" ? { color: COLOR.bad } : {}),
    })),
  });
  const byProvider = rows({
    ...head(say, 8, TEXT.byProvider),
    targets: [
      documents({
        source: ALERTS,
        query: FIRING,
        buckets: [terms("provider_id")],
        metrics: [COUNT],
      }),
    ],
    lookBack: EVER,
    sortBy: say(LABELS.alerts),
    descending: true,
    fields: [provider, countField(say, "Count", LABELS.alerts)],
  });

  return board(c, {
    name: "breaches",
    sources: [ALERTS, CASES_BY_DEADLINE, CASES_BY_ISSUE],
    variables: [providersVariable(c, ALERTS), categoriesVariable(c, CASES_BY_ISSUE)],
    annotations: [outages(c)],
    from: "now-14d/d",
    sections: [
      {
        id: 1,
        title: say(SECTIONS.alerts),
        lines: [
          { height: 8, panels: [[8, firing], [9, kinds], [7, byProvider]] },
          { height: 11, panels: [[24, list]] },
        ],
      },
      {
        id: 9,
        title: say(SECTIONS.open),
        lines: [
          {
            height: 10,
            panels: [
              [
                24,
                caseList(say, {
                  ...head(say, 5, TEXT.overdue),
                  source: CASES_BY_DEADLINE,
                  query: `${CHOSEN_CASES} AND ${OVERDUE}`,
                  by: "due_at",
                  size: 200,
                  lookBack: EVER,
                  provider,
                  fields: deadlineFields(say),
                }),
              ],
            ],
          },
          {
            height: 9,
            panels: [
              [
                24,
                caseList(say, {
                  ...head(say, 6, TEXT.near),
                  source: CASES_BY_ISSUE,
                  query: `${CHOSEN_CASES} AND verdict:PENDING AND _exists_:due_at`,
                  by: "due_at",
                  size: 200,
                  provider,
                  fields: [{ name: "Min", label: say(LABELS.dueAt), unit: UNIT.instant }],
                }),
              ],
            ],
          },
        ],
      },
      {
        id: 10,
        title: say(SECTIONS.history),
        lines: [{ height: 9, panels: [[24, byDay]] }],
      },
    ],
  });
}
