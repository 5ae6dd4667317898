import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../generated";
import { Cluster } from "../prove/cluster";
import { DASHBOARD_FOLDER, readDashboards, readSources, type Named } from "../query/files";
import { openingRange, present } from "../query/clock";
import { open } from "../query/open";
import type { DataSources } from "../query/datasource";
import { newestUpdate } from "./cutoff";
import { drawPanels } from "./panels";
import { page, pageHeight, PAGE_WIDTH } from "./page";
import { screenshot } from "./screenshot";
import { controls } from "./controls";
import { choicesFor, readChoices, type Choice } from "../query/choices";
import { wordsOf } from "./words";

/** `npm run render`: every dashboard as a page and a picture, in every language. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      elasticsearch: { type: "string" },
      output: { type: "string" },
      now: { type: "string" },
      variable: { type: "string", multiple: true, default: [] },
      "no-pictures": { type: "boolean", default: false },
    },
  });
  if (values.elasticsearch === undefined || values.output === undefined) {
    throw new Error("Usage: npm run render -- --elasticsearch URL --output DIR");
  }
  const cluster = new Cluster(values.elasticsearch.replace(/\/$/, ""));
  const sources = readSources(ROOT);
  const now =
    values.now === undefined
      ? present(await newestUpdate(cluster), Date.now())
      : Date.parse(values.now);
  const choices = readChoices(values.variable);
  for (const named of readDashboards(join(ROOT, DASHBOARD_FOLDER))) {
    const html = await render(named, cluster, sources, choices, now);
    const folder = join(values.output, named.language);
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${named.name}.html`);
    writeFileSync(file, html);
    if (!values["no-pictures"]) {
      screenshot(file, join(folder, `${named.name}.webp`), PAGE_WIDTH, pageHeight(named.dashboard));
    }
    process.stdout.write(`${file}\n`);
  }
}

async function render(
  { dashboard, language, name }: Named,
  cluster: Cluster,
  sources: DataSources,
  choices: readonly Choice[],
  now: number,
): Promise<string> {
  const words = wordsOf(language);
  const range = openingRange(dashboard, now);
  const chosen = choicesFor(name, choices);
  const opened = await open(dashboard, chosen, range, sources, cluster.ask);
  const panels = await drawPanels(dashboard, opened, cluster.ask, now, words);
  return page(dashboard, panels, controls(dashboard, opened, words), words);
}

main().catch((failure: unknown) => {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
});
