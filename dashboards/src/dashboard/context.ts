import {
  type AnnotationQuery,
  type Dashboard,
  type DashboardLink,
  DashboardLinkType,
  type VariableModel,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { assemble, type Board, type Section } from "../panel/board";
import type { Field, FieldLink } from "../panel/field";
import {
  ALERTS,
  type DocumentSource,
  POLICIES,
  reference,
  type Source,
  TRANSITIONS,
} from "../panel/source";
import { COLOR } from "../panel/threshold";
import { UNIT } from "../panel/unit";
import { choice, manyOf, oneOf, sourceVariable } from "../panel/variable";
import { PERIODS } from "../text/codes";
import { LABELS } from "../text/labels";
import { type Language, say, type Say } from "../text/language";
import { BOARDS, type BoardName, VARIABLES } from "../text/boards";
import { PHRASES } from "../text/phrases";

/** What every dashboard is made with. */
export interface Context {
  readonly language: Language;
  readonly say: Say;
}

export function context(language: Language): Context {
  return { language, say: say(language) };
}

export function uid(name: BoardName, language: Language): string {
  return `takedown-${name}-${language}`;
}

const TAG = "takedown";

export interface BoardParts {
  readonly name: BoardName;
  readonly sources: readonly Source[];
  readonly variables?: readonly VariableModel[];
  readonly annotations?: readonly AnnotationQuery[];
  readonly from: string;
  readonly to?: string;
  readonly timePicker?: boolean;
  readonly sections: readonly Section[];
}

export function board({ language, say: s }: Context, parts: BoardParts): Dashboard {
  const whole: Board = {
    uid: uid(parts.name, language),
    title: s(BOARDS[parts.name].title),
    description: s(BOARDS[parts.name].purpose),
    tags: [TAG, `${TAG}-${language}`],
    from: parts.from,
    to: parts.to ?? "now",
    timePicker: parts.timePicker ?? true,
    variables: [...parts.sources.map(sourceVariable), ...(parts.variables ?? [])],
    annotations: parts.annotations ?? [],
    links: (Object.keys(BOARDS) as BoardName[])
      .filter((name) => name !== parts.name)
      .map((name) => toBoard(s(BOARDS[name].title), uid(name, language))),
    sections: parts.sections,
  };
  return assemble(whole);
}

/** Keeps the time range and the variables, so that a question goes on where it was. */
function toBoard(title: string, target: string): DashboardLink {
  return {
    title,
    type: DashboardLinkType.Link,
    icon: "dashboard",
    tooltip: "",
    url: `/d/${target}`,
    tags: [],
    asDropdown: false,
    targetBlank: false,
    includeVars: true,
    keepTime: true,
  };
}

/** From a provider's id in a cell to its dashboard, with the time range. */
export function toProvider({ language, say: s }: Context, variables: readonly string[] = []): FieldLink {
  const kept = ["${__url_time_range}", ...variables.map((name) => `\${${name}:queryparam}`)];
  return {
    title: s(PHRASES.toProvider),
    url: `/d/${uid("provider", language)}?var-provider=\${__value.raw}&${kept.join("&")}`,
  };
}

/** The column of provider ids, each a link to that provider's dashboard. */
export function linkedProvider(c: Context, variables: readonly string[] = []): Field {
  return {
    name: "provider_id",
    label: c.say(LABELS.providerId),
    unit: UNIT.text,
    links: [toProvider(c, variables)],
  };
}

export function periodVariable({ say: s }: Context): VariableModel {
  return choice(
    "period",
    s(LABELS.period),
    s(VARIABLES.period),
    [
      { text: s(PERIODS.MONTH), value: "MONTH" },
      { text: s(PERIODS.QUARTER), value: "QUARTER" },
      { text: s(PERIODS.YEAR), value: "YEAR" },
    ],
    "MONTH",
  );
}

export function providersVariable({ say: s }: Context, source: DocumentSource, query = "*"): VariableModel {
  return manyOf({
    name: "provider",
    label: s(LABELS.provider),
    description: s(VARIABLES.providers),
    source,
    field: "provider_id",
    query,
    all: s(PHRASES.all),
  });
}

export function providerVariable({ say: s }: Context, source: DocumentSource, query = "*"): VariableModel {
  return oneOf({
    name: "provider",
    label: s(LABELS.provider),
    description: s(VARIABLES.provider),
    source,
    field: "provider_id",
    query,
  });
}

export function categoriesVariable({ say: s }: Context, source: DocumentSource): VariableModel {
  return manyOf({
    name: "category",
    label: s(LABELS.category),
    description: s(VARIABLES.categories),
    source,
    field: "category",
    query: "*",
    all: s(PHRASES.all),
  });
}

/** When the monitor itself saw nothing: what is not seen then is no compliance. */
export function outages({ language, say: s }: Context, query = NATIONAL_OUTAGE): AnnotationQuery {
  return annotation(s(PHRASES.outage), ALERTS, COLOR.bad, {
    query,
    timeField: "starts_at",
    timeEndField: "ends_at",
    textField: `summary_${language}`,
    tagsField: "kind",
  });
}

const NATIONAL_OUTAGE = "kind:MONITOR_BLIND AND provider_id:_all";

/** From when on another clock held for cases issued then. */
export function policyChanges({ say: s }: Context): AnnotationQuery {
  return annotation(s(PHRASES.policyChanged), POLICIES, COLOR.neutral, {
    query: "*",
    timeField: "effective_from",
    textField: "label",
    tagsField: "legal_basis",
  });
}

/** When the clock of a provider's cases was stopped or went on. */
export function clockMoves({ say: s }: Context, query: string): AnnotationQuery {
  return annotation(s(PHRASES.clockMoved), TRANSITIONS, COLOR.neutral, {
    query,
    timeField: "at",
    textField: "cause",
    tagsField: "case_id",
  });
}

function annotation(
  name: string,
  source: DocumentSource,
  color: string,
  query: Readonly<Record<string, string>>,
): AnnotationQuery {
  return {
    name,
    datasource: reference(source),
    enable: true,
    hide: false,
    iconColor: color,
    ...query,
    target: { refId: "Anno", ...query },
  } as unknown as AnnotationQuery;
}
