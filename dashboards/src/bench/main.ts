import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../generated";
import { Cluster } from "../prove/cluster";
import { DASHBOARD_FOLDER, readDashboards, readSources } from "../query/files";
import type { JsonObject } from "../query/json";
import { showsMetrics } from "../query/model";
import { madeCase } from "./cases";
import { Dice } from "./dice";
import { load } from "./load";
import { measure, type DashboardTime, type PanelTime } from "./measure";
import { alerts, deadLetters, states, transitions } from "./others";
import { coverage, periods } from "./rollups";
import { NOW } from "./world";

const PANEL_LIMIT = 500;
const DASHBOARD_LIMIT = 2000;
const SLOWEST_SHOWN = 15;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      elasticsearch: { type: "string" },
      cases: { type: "string", default: "1000000" },
      runs: { type: "string", default: "5" },
      seed: { type: "string", default: "830" },
      output: { type: "string" },
    },
  });
  if (values.elasticsearch === undefined) {
    throw new Error(
      "Usage: npm run bench -- --elasticsearch URL [--cases N] [--output FILE], an empty cluster with the job's indices.",
    );
  }
  const address = values.elasticsearch.replace(/\/$/, "");
  await fill(address, Number(values.cases), new Dice(Number(values.seed)));
  const cluster = new Cluster(address);
  const sources = readSources(ROOT);
  const panels: PanelTime[] = [];
  const dashboards: DashboardTime[] = [];
  for (const named of readDashboards(join(ROOT, DASHBOARD_FOLDER)).filter(
    (found) => found.language === "en" && !showsMetrics(found.dashboard),
  )) {
    const times = await measure(named, sources, new Map(), cluster.ask, NOW, Number(values.runs));
    panels.push(...times.panels);
    dashboards.push(times.dashboard);
  }
  print(panels, dashboards);
  if (values.output !== undefined) {
    writeFileSync(
      values.output,
      `${JSON.stringify({ cases: Number(values.cases), runs: Number(values.runs), panels, dashboards }, null, 2)}\n`,
    );
  }
  const passed =
    panels.every((time) => time.median <= PANEL_LIMIT) &&
    dashboards.every((time) => time.median <= DASHBOARD_LIMIT);
  process.exitCode = passed ? 0 : 1;
}

async function fill(address: string, cases: number, dice: Dice): Promise<void> {
  const all: readonly (readonly [string, Iterable<JsonObject>])[] = [
    ["takedown-cases", madeCases(cases, dice)],
    ["takedown-provider-periods", periods(dice)],
    ["takedown-coverage", coverage(dice)],
    ["takedown-alerts", alerts(cases, dice)],
    ["takedown-transitions", transitions(cases, dice)],
    ["takedown-dead-letters", deadLetters(dice)],
    ["takedown-provider-states", states(dice)],
  ];
  for (const [alias, documents] of all) {
    const begin = performance.now();
    const written = await load(address, alias, documents);
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    process.stdout.write(
      `${alias.padEnd(28)} ${String(written).padStart(9)} documents in ${seconds} s\n`,
    );
  }
}

function* madeCases(count: number, dice: Dice): Generator<JsonObject> {
  for (let number = 0; number < count; number++) {
    yield madeCase(number, dice);
  }
}

function print(panels: readonly PanelTime[], dashboards: readonly DashboardTime[]): void {
  const line = (name: string, title: string, median: number, slowest: number): string =>
    `${name.padEnd(14)} ${title.slice(0, 44).padEnd(44)} ${median.toFixed(0).padStart(7)} ${slowest.toFixed(0).padStart(8)}\n`;
  process.stdout.write(
    `\nThe slowest panels, warm, in milliseconds (limit ${PANEL_LIMIT}): median, slowest run\n`,
  );
  for (const time of [...panels].sort((a, b) => b.median - a.median).slice(0, SLOWEST_SHOWN)) {
    process.stdout.write(
      line(time.dashboard, `${time.id} ${time.title}`, time.median, time.slowest),
    );
  }
  process.stdout.write(`\nWhole dashboards, in milliseconds (limit ${DASHBOARD_LIMIT})\n`);
  for (const time of dashboards) {
    process.stdout.write(line(time.dashboard, `${time.panels} panels`, time.median, time.slowest));
  }
}

main().catch((failure: unknown) => {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
});
