import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../generated";
import { Cluster } from "../prove/cluster";
import { Prometheus } from "../prove/prometheus";
import { DASHBOARD_FOLDER, readDashboards, readSources, type Named } from "../query/files";
import { openingRange, present } from "../query/clock";
import type { TimeRange } from "../query/compile";
import { open } from "../query/open";
import type { DataSources } from "../query/datasource";
import { showsMetrics, type Dashboard } from "../query/model";
import { newestUpdate } from "./cutoff";
import { readOptions, type Options } from "./options";
import { drawPanels, type Answering } from "./panels";
import { page, pageHeight, PAGE_WIDTH } from "./page";
import { screenshot } from "./screenshot";
import { controls } from "./controls";
import { choicesFor, type Choice } from "../query/choices";
import { wordsOf } from "./words";

/** `npm run render`: every dashboard as a page and a picture, in every language. */
async function main(): Promise<void> {
  const options = readOptions();
  const cluster = new Cluster(options.elasticsearch);
  const ask: Answering = {
    documents: cluster.ask,
    metrics:
      options.prometheus === undefined ? undefined : new Prometheus(options.prometheus).ask,
  };
  const sources = readSources(ROOT);
  for (const named of chosen(readDashboards(join(ROOT, DASHBOARD_FOLDER)), options.dashboards)) {
    const now = options.now ?? (await presentOf(named.dashboard, cluster));
    const own = openingRange(named.dashboard, now);
    const range = { from: options.from ?? own.from, to: own.to };
    const html = await render(named, ask, sources, options.choices, range, now);
    const folder = join(options.output, named.language);
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${named.name}.html`);
    writeFileSync(file, html);
    if (options.pictures) {
      screenshot(file, join(folder, `${named.name}.webp`), PAGE_WIDTH, pageHeight(named.dashboard));
    }
    process.stdout.write(`${file}\n`);
  }
}

function chosen(all: readonly Named[], names: Options["dashboards"]): readonly Named[] {
  const unknown = names.find((name) => !all.some((named) => named.name === name));
  if (unknown !== undefined) {
    throw new Error(`There is no dashboard "${unknown}".`);
  }
  return names.length === 0 ? all : all.filter((named) => names.includes(named.name));
}

/** Metrics are always of the machines' clock, documents may be of some other time. */
async function presentOf(dashboard: Dashboard, cluster: Cluster): Promise<number> {
  return showsMetrics(dashboard)
    ? Date.now()
    : present(await newestUpdate(cluster), Date.now());
}

async function render(
  { dashboard, language, name }: Named,
  ask: Answering,
  sources: DataSources,
  choices: readonly Choice[],
  range: TimeRange,
  now: number,
): Promise<string> {
  const words = wordsOf(language);
  const opened = await open(dashboard, choicesFor(name, choices), range, sources, ask.documents);
  const panels = await drawPanels(dashboard, opened, ask, now, words);
  return page(dashboard, panels, controls(dashboard, opened, words), words);
}

main().catch((failure: unknown) => {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
});
