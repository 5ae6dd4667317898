import { asksMetrics } from "../query/compile";
import { openingRange, rangeOf } from "../query/clock";
import type { DataSources } from "../query/datasource";
import type { Named } from "../query/files";
import { inLanes } from "../query/lanes";
import { panelsOf, type Panel } from "../query/model";
import { open, type Opened } from "../query/open";
import { show, type Ask } from "../query/show";
import type { Variables } from "../query/variables";

/** Milliseconds of one panel over several warm runs. */
export interface PanelTime {
  readonly dashboard: string;
  readonly id: number;
  readonly title: string;
  readonly median: number;
  readonly slowest: number;
}

/** Milliseconds until the last panel of a dashboard has its answer, as a browser asks. */
export interface DashboardTime {
  readonly dashboard: string;
  readonly panels: number;
  readonly median: number;
  readonly slowest: number;
}

/** Requests that a browser sends at once to one server over HTTP/1.1. */
const CONNECTIONS = 6;
const WARM_UP = 2;

/**
 * Times the panels of a dashboard one by one and all together. Every run looks at a slightly later
 * time, as a reader's does, so that no answer comes from Elasticsearch's cache of whole requests.
 */
export async function measure(
  named: Named,
  sources: DataSources,
  chosen: Variables,
  ask: Ask,
  now: number,
  runs: number,
): Promise<{ panels: readonly PanelTime[]; dashboard: DashboardTime }> {
  const opened = await open(
    named.dashboard,
    chosen,
    openingRange(named.dashboard, now),
    sources,
    ask,
  );
  const panels = panelsOf(named.dashboard).filter(
    (panel) => (panel.targets ?? []).length > 0 && !asksMetrics(panel, opened.around),
  );
  let tick = 0;
  const once = (panel: Panel): Promise<unknown> => shown(panel, opened, now, ++tick, ask);
  const times: PanelTime[] = [];
  for (const panel of panels) {
    const took = await timed(() => once(panel), runs);
    times.push({ dashboard: named.name, id: panel.id, title: panel.title ?? "", ...took });
  }
  const whole = await timed(() => inLanes(CONNECTIONS, panels, once), runs);
  return { panels: times, dashboard: { dashboard: named.name, panels: panels.length, ...whole } };
}

function shown(
  panel: Panel,
  opened: Opened,
  now: number,
  tick: number,
  ask: Ask,
): Promise<unknown> {
  const { from, to } = rangeOf(panel, opened.around.range, now);
  return show(panel, { ...opened.around, range: { from: from + tick, to: to + tick } }, ask);
}

async function timed(
  run: () => Promise<unknown>,
  runs: number,
): Promise<{ median: number; slowest: number }> {
  const times: number[] = [];
  for (let number = 0; number < WARM_UP + runs; number++) {
    const begin = performance.now();
    await run();
    if (number >= WARM_UP) {
      times.push(performance.now() - begin);
    }
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)] ?? 0, slowest: times.at(-1) ?? 0 };
}
