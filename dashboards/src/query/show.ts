import { framesOf } from "./answer";
import { compilePanel, toLines, type Search, type Surroundings } from "./compile";
import type { Frame } from "./frame";
import { at, type Json } from "./json";
import { deeply, withTimes } from "./interpolation";
import { metricFrames } from "./metricframes";
import { metricQueries, type MetricQuery } from "./metricquery";
import type { Panel, Transformation } from "./model";
import { configured } from "./overrides";
import { transformed } from "./transformations";
import { interpolate } from "./variables";

/** Sends the lines of one `_msearch` to Elasticsearch and gives its answer. */
export type Ask = (lines: string) => Promise<Json>;

/** Sends one query to Prometheus and gives its answer. */
export type AskMetrics = (query: MetricQuery) => Promise<Json>;

/** A search with what Elasticsearch said to it. */
export interface Answered {
  readonly search: Search;
  readonly answer: Json;
}

/**
 * What a panel shows.
 *
 * @property answered the searches; none of a panel that shows metrics
 * @property found the frames as the data source gives them
 * @property shown the frames after transformations, with what the panel says of each field
 */
export interface Shown {
  readonly panel: Panel;
  readonly answered: readonly Answered[];
  readonly found: readonly Frame[];
  readonly shown: readonly Frame[];
}

/**
 * Asks and shapes everything that a panel shows.
 *
 * @throws Error when a search fails or the panel uses what is not known here
 */
export async function show(panel: Panel, around: Surroundings, ask: Ask): Promise<Shown> {
  const answered: Answered[] = [];
  for (const batch of compilePanel(panel, around)) {
    const answers = responses(await ask(toLines(batch.searches)));
    batch.searches.forEach((search, place) =>
      answered.push({ search, answer: answers[place] ?? null }),
    );
  }
  const found = answered.flatMap(({ search, answer }) => framesOf(search, answer));
  return finished(panel, around, answered, found);
}

/**
 * The same for a panel that shows metrics.
 *
 * @throws Error when a query fails or the panel uses what is not known here
 */
export async function showMetrics(
  panel: Panel,
  around: Surroundings,
  ask: AskMetrics,
): Promise<Shown> {
  const found: Frame[] = [];
  for (const query of metricQueries(panel, around)) {
    found.push(...metricFrames(query, await ask(query)));
  }
  return finished(panel, around, [], found);
}

function finished(
  panel: Panel,
  around: Surroundings,
  answered: readonly Answered[],
  found: readonly Frame[],
): Shown {
  return {
    panel,
    answered,
    found,
    shown: configured(transformed(found, filledIn(panel, around)), panel.fieldConfig),
  };
}

/** Since Grafana 12 variables are put into transformations. */
function filledIn(panel: Panel, around: Surroundings): readonly Transformation[] {
  const variables = withTimes(around.variables, around.range);
  const filled = deeply((panel.transformations ?? []) as unknown as Json, (text) =>
    interpolate(text, variables, "glob"),
  );
  return filled as unknown as readonly Transformation[];
}

function responses(answer: Json): readonly Json[] {
  const list = at(answer, "responses");
  if (!Array.isArray(list)) {
    throw new Error(`Elasticsearch gives no responses: ${JSON.stringify(answer)}`);
  }
  return list as readonly Json[];
}
