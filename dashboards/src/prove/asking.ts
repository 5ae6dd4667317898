import { openingRange } from "../query/clock";
import type { DataSources } from "../query/datasource";
import type { Named } from "../query/files";
import { panelsOf, showsMetrics } from "../query/model";
import { open } from "../query/open";
import type { Ask, AskMetrics } from "../query/show";
import { metricMutants, proveMetricPanel, proveRule } from "./metricproof";
import { readMetricRules } from "./metricrules";
import { spoiltExpressions } from "./promql";
import { aroundPanel } from "./prove";

/** Only in this language, because the mutations are the same in the other. */
const MUTATED = "en";

/** What is wrong with something at an instant. */
interface Proving {
  readonly what: string;
  readonly problems: (now: number) => Promise<readonly string[]>;
}

/** What asks Prometheus, and the same with one name spoilt each. */
export interface Asking extends Proving {
  readonly mutants: readonly Proving[];
}

/** Every panel that shows metrics. */
export async function askingPanels(
  all: readonly Named[],
  sources: DataSources,
  ask: AskMetrics,
): Promise<readonly Asking[]> {
  const found: Asking[] = [];
  for (const { dashboard, language, name } of all.filter((one) => showsMetrics(one.dashboard))) {
    const range = openingRange(dashboard, Date.now());
    const opened = await open(dashboard, new Map(), range, sources, noDocuments(name));
    for (const panel of panelsOf(dashboard)) {
      const what = `${language}/${name} panel ${panel.id} "${panel.title ?? ""}"`;
      const problems = (shown: typeof panel) => (now: number) => {
        const around = { ...opened.around, range: openingRange(dashboard, now) };
        return proveMetricPanel(shown, aroundPanel(shown, { ...opened, around }, now), ask);
      };
      found.push({
        what,
        problems: problems(panel),
        mutants: (language === MUTATED ? metricMutants(panel) : []).map((mutant) => ({
          what: `${what} ${mutant.place}`,
          problems: problems(mutant.panel),
        })),
      });
    }
  }
  return found;
}

function noDocuments(name: string): Ask {
  return () => Promise.reject(new Error(`${name} asks Elasticsearch beside Prometheus.`));
}

/** Every alert rule that reads metrics. */
export function askingRules(
  root: string,
  sources: DataSources,
  ask: AskMetrics,
): readonly Asking[] {
  return readMetricRules(root, sources).map((rule) => ({
    what: `alert rule ${rule.uid}`,
    problems: (now) => proveRule(rule, now, ask),
    mutants: spoiltExpressions(rule.expression).map(({ place, expression }) => ({
      what: `alert rule ${rule.uid} ${place}`,
      problems: (now: number) => proveRule({ ...rule, expression }, now, ask),
    })),
  }));
}
