import { join } from "node:path";
import { ROOT } from "../generated";
import { choicesFor } from "../query/choices";
import { openingRange, present } from "../query/clock";
import { readDashboards, readSources, DASHBOARD_FOLDER, type Named } from "../query/files";
import { inLanes } from "../query/lanes";
import { panelsOf } from "../query/model";
import { open } from "../query/open";
import { Cluster } from "./cluster";
import { demandOf } from "./demands";
import { isMet } from "./columns";
import { cutOff, readDocuments } from "./documents";
import { mutants } from "./mutation";
import { readOptions } from "./options";
import { aroundPanel, provable, proveLookups, provePanel } from "./prove";

/** Only in this language, because the mutations are the same in the other. */
const MUTATED = "en";

/** So that Elasticsearch does not wait for this program, nor this program for it. */
const LANES = 4;

interface Tally {
  panels: number;
  searches: number;
  compared: number;
  mutants: number;
  problems: string[];
}

/** `npm run prove`: asks everything that the dashboards ask and compares the numbers. */
async function main(): Promise<void> {
  const options = readOptions();
  const cluster = new Cluster(options.elasticsearch);
  const documents = await readDocuments(options.replay, cluster);
  const now = options.now ?? present(cutOff(documents), Date.now());
  const sources = readSources(ROOT);
  const tally: Tally = { panels: 0, searches: 0, compared: 0, mutants: 0, problems: [] };
  for (const named of readDashboards(join(ROOT, DASHBOARD_FOLDER))) {
    await proveDashboard(named);
  }
  report(tally);

  async function proveDashboard({ dashboard, language, name }: Named): Promise<void> {
    const where = `${language}/${name}`;
    const range = openingRange(dashboard, now);
    const chosen = choicesFor(name, options.choices);
    const opened = await open(dashboard, chosen, range, sources, cluster.askOnce);
    tally.problems.push(
      ...(await proveLookups(dashboard, opened, cluster)).map((text) => `${where}: ${text}`),
    );
    for (const panel of provable(panelsOf(dashboard), opened.around)) {
      const around = aroundPanel(panel, opened, now);
      const facts = { documents, range: around.range, now, variables: around.variables, language };
      const demand = demandOf(name, panel);
      const { problems, shown } = await provePanel(panel, around, cluster, demand, facts);
      const title = `${where} panel ${panel.id} "${panel.title ?? ""}"`;
      tally.panels++;
      tally.searches += panel.targets?.length ?? 0;
      tally.compared += demand.expectation === undefined ? 0 : 1;
      tally.problems.push(...problems.map((text) => `${title}: ${text}`));
      if (
        options.mutations &&
        language === MUTATED &&
        problems.length === 0 &&
        shown !== undefined
      ) {
        const wrong = mutants(panel, (override) => isMet(override, shown));
        const proofs = await inLanes(LANES, wrong, (mutant) =>
          provePanel(mutant.panel, around, cluster, demand, facts),
        );
        tally.mutants += wrong.length;
        tally.problems.push(
          ...wrong
            .filter((_, place) => proofs[place]?.problems.length === 0)
            .map(({ place }) => `${title}: nobody notices the wrong name in ${place}`),
        );
      }
    }
  }
}

function report(tally: Tally): void {
  tally.problems.forEach((text) => process.stdout.write(`${text}\n`));
  process.stdout.write(
    `${tally.panels} panels with ${tally.searches} searches asked, ${tally.compared} compared with ` +
      `an oracle, ${tally.mutants} wrong names tried, ${tally.problems.length} problems\n`,
  );
  process.exitCode = tally.problems.length === 0 ? 0 : 1;
}

main().catch((failure: unknown) => {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
});
