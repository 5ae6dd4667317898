import { annotationSearch } from "../query/lookups";
import { asksMetrics, toLines, type Surroundings } from "../query/compile";
import { rangeOf } from "../query/clock";
import type { Dashboard, Panel } from "../query/model";
import { length } from "../query/frame";
import { at, type Json } from "../query/json";
import type { Opened } from "../query/open";
import { show, type Shown } from "../query/show";
import type { Cluster } from "./cluster";
import { strayNames } from "./columns";
import { differences, type Expectation, type Facts } from "./expectation";
import { misfits } from "./fitting";

/** What is demanded of a panel beyond what is demanded of all. */
export interface Demand {
  /** Independent of the panel's queries; none for curves and bars over time. */
  readonly expectation?: Expectation;
  /** Why it may find nothing in the replayed data. */
  readonly mayBeEmpty?: string;
}

/** What a panel showed and what is wrong with it: nothing when the list is empty. */
export interface Proof {
  readonly problems: readonly string[];
  /** Absent when it could not be asked at all. */
  readonly shown?: Shown;
}

/** Asks a panel's queries and compares what they give with what is demanded. */
export async function provePanel(
  panel: Panel,
  around: Surroundings,
  cluster: Cluster,
  demand: Demand,
  facts: Facts,
): Promise<Proof> {
  let shown: Shown;
  try {
    shown = await show(panel, around, cluster.askOnce);
  } catch (failure) {
    return { problems: [failure instanceof Error ? failure.message : String(failure)] };
  }
  const problems: string[] = [];
  const known = new Set<string>();
  for (const { search } of shown.answered) {
    problems.push(...(await misfits(search, cluster)));
    if (search.body["docvalue_fields"] !== undefined) {
      [...((await cluster.fields(search.source.index))?.keys() ?? [])].forEach((name) =>
        known.add(name),
      );
    }
  }
  problems.push(...strayNames(shown, known));
  if (demand.mayBeEmpty === undefined) {
    problems.push(...emptyTargets(shown));
  }
  if (panel.type === "table" && shown.shown.length !== 1) {
    problems.push(`a table shows one frame, this one has ${shown.shown.length}`);
  }
  if (problems.length === 0 && demand.expectation !== undefined) {
    problems.push(...differences(shown, demand.expectation(facts)));
  }
  return { problems, shown };
}

/** Targets of which no document, or no row, came back. */
function emptyTargets(shown: Shown): readonly string[] {
  return shown.answered
    .filter(
      ({ search, answer }) =>
        Number(at(answer, "hits", "total", "value") ?? 0) === 0 ||
        !shown.found.some((frame) => frame.refId === search.target.refId && length(frame) > 0),
    )
    .map(
      ({ search }) => `target ${search.target.refId} finds nothing: ${search.target.query ?? ""}`,
    );
}

/** Where the panel looks: its own look-back where it has one. */
export function aroundPanel(panel: Panel, opened: Opened, now: number): Surroundings {
  return { ...opened.around, range: rangeOf(panel, opened.around.range, now) };
}

/** The panels whose queries Elasticsearch answers. */
export function provable(panels: readonly Panel[], around: Surroundings): readonly Panel[] {
  return panels.filter((panel) => (panel.targets ?? []).length > 0 && !asksMetrics(panel, around));
}

/** What is wrong with the searches of the dashboard's variables and annotations. */
export async function proveLookups(
  dashboard: Dashboard,
  opened: Opened,
  cluster: Cluster,
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { variable, search, values } of opened.lookups) {
    problems.push(
      ...(await misfits(search, cluster)).map((text) => `variable ${variable.name}: ${text}`),
    );
    if (values.length === 0) {
      problems.push(`variable ${variable.name} finds no value`);
    }
  }
  for (const annotation of dashboard.annotations?.list ?? []) {
    const search = annotationSearch(annotation, opened.around);
    if (search !== undefined) {
      const answer = await cluster.ask(toLines([search]));
      const [response] = at(answer, "responses") as readonly Json[];
      const failure = at(response, "error");
      problems.push(
        ...(await misfits(search, cluster)).map((text) => `annotation ${annotation.name}: ${text}`),
        ...(failure === undefined
          ? []
          : [`annotation ${annotation.name}: ${JSON.stringify(failure)}`]),
      );
    }
  }
  return problems;
}
