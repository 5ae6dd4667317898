import { terms } from "../panel/bucket";
import type { Field } from "../panel/field";
import { words } from "../panel/mapping";
import { max, min } from "../panel/metric";
import type { PanelHead, PanelShape } from "../panel/panel";
import type { DocumentSource } from "../panel/source";
import { rows } from "../panel/table";
import { documents } from "../panel/target";
import { sinceThen } from "../panel/transform";
import { UNIT } from "../panel/unit";
import { CATEGORIES, STATES } from "../text/codes";
import { LABELS } from "../text/labels";
import type { Say } from "../text/language";
import { verdictWords } from "./shared";

/** Overdue: open, past the deadline and not down. */
export const OVERDUE =
  "verdict:(BREACH OR OVERDUE OR UNOBSERVED OR UNCONFIRMED) AND NOT state:(REMOVED OR WITHDRAWN)";

/** The time from the deadline to now. */
const AGE = "age";

export interface CaseList extends PanelHead {
  readonly source: DocumentSource;
  readonly query: string;
  /** Earliest first, or latest. */
  readonly by: "due_at" | "false_claim_at" | "reappeared_at";
  readonly latestFirst?: boolean;
  readonly size: number;
  readonly lookBack?: string;
  /** How the provider's id is shown; left out on a dashboard of one provider. */
  readonly provider?: Field;
  readonly fields: readonly Field[];
}

/**
 * Cases one by one. Made of buckets because raw documents would bring the keys of targets and
 * contents into the browser.
 */
export function caseList(say: Say, list: CaseList): PanelShape {
  const latest = list.latestFirst === true;
  const order = { orderBy: "1", order: latest ? "desc" : "asc" } as const;
  return rows({
    ...list,
    targets: [
      documents({
        source: list.source,
        query: list.query,
        buckets: [
          terms("case_id", { size: list.size, ...order }),
          terms("provider_id", { size: 1 }),
          terms("category", { size: 1 }),
          terms("state", { size: 1 }),
          terms("verdict", { size: 1 }),
        ],
        metrics: [latest ? max(list.by) : min(list.by), latest ? min("issued_at") : max("last_up_at")],
      }),
    ],
    transformations: list.fields.some((field) => field.name === AGE) ? [sinceThen(AGE, "Min")] : [],
    sortBy: list.fields.find((field) => field.name === (latest ? "Max" : "Min"))?.label ?? "",
    descending: latest,
    fields: [
      { name: "case_id", label: say(LABELS.caseId), unit: UNIT.text },
      ...(list.provider === undefined ? [] : [list.provider]),
      {
        name: "category",
        label: say(LABELS.category),
        unit: UNIT.text,
        mappings: words(say, CATEGORIES),
      },
      { name: "state", label: say(LABELS.state), unit: UNIT.text, mappings: words(say, STATES) },
      {
        name: "verdict",
        label: say(LABELS.verdict),
        unit: UNIT.text,
        mappings: verdictWords(say) ?? [],
      },
      ...list.fields,
    ],
  });
}

/** The time that a list of the longest overdue is ordered by, and what else is known. */
export function deadlineFields(say: Say): Field[] {
  return [
    { name: "Min", label: say(LABELS.dueAt), unit: UNIT.instant },
    { name: AGE, label: say(LABELS.age), unit: UNIT.duration, decimals: 1 },
    { name: "Max", label: say(LABELS.lastUpAt), unit: UNIT.instant },
  ];
}
