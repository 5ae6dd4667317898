import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { ROOT } from "../generated";
import { DASHBOARD_FOLDER, readDashboards, readSources } from "../query/files";
import { askingPanels, askingRules, type Asking } from "./asking";
import { Prometheus } from "./prometheus";

const SECOND = 1000;

/** `npm run prove-metrics`: asks all that panels and alert rules ask about a job that is well. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { prometheus: { type: "string" }, patience: { type: "string", default: "0" } },
  });
  if (values.prometheus === undefined) {
    throw new Error(
      "Usage: npm run prove-metrics -- --prometheus URL [--patience SECONDS], how long to wait for a job that has just begun.",
    );
  }
  const { ask } = new Prometheus(values.prometheus.replace(/\/$/, ""));
  const sources = readSources(ROOT);
  const all = [
    ...(await askingPanels(readDashboards(join(ROOT, DASHBOARD_FOLDER)), sources, ask)),
    ...askingRules(ROOT, sources, ask),
  ];
  const limit = Date.now() + Number(values.patience) * SECOND;
  let problems = await problemsOf(all);
  while (problems.length > 0 && Date.now() < limit) {
    await pause(SECOND);
    problems = await problemsOf(all);
  }
  // Where something is wrong anyway, nothing can be said of wrong names.
  const mutants = problems.length > 0 ? [] : all.flatMap(({ mutants: spoilt }) => spoilt);
  const unnoticed = await unnoticedOf(mutants);
  [...problems, ...unnoticed].forEach((text) => process.stdout.write(`${text}\n`));
  process.stdout.write(
    `${all.length} panels and alert rules asked Prometheus, ${mutants.length} wrong names tried, ` +
      `${problems.length + unnoticed.length} problems\n`,
  );
  process.exitCode = problems.length + unnoticed.length === 0 ? 0 : 1;
}

async function problemsOf(all: readonly Asking[]): Promise<readonly string[]> {
  const now = Date.now();
  const found: string[] = [];
  for (const { what, problems } of all) {
    found.push(...(await problems(now)).map((text) => `${what}: ${text}`));
  }
  return found;
}

async function unnoticedOf(mutants: Asking["mutants"]): Promise<readonly string[]> {
  const now = Date.now();
  const found: string[] = [];
  for (const { what, problems } of mutants) {
    if ((await problems(now)).length === 0) {
      found.push(`${what}: nobody notices the wrong name`);
    }
  }
  return found;
}

main().catch((failure: unknown) => {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
});
