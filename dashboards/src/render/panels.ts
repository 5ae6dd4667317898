import { asksMetrics } from "../query/compile";
import { rangeOf } from "../query/clock";
import { panelsOf, type Dashboard, type Panel } from "../query/model";
import type { Opened } from "../query/open";
import { show, showMetrics, type Ask, type AskMetrics } from "../query/show";
import { drawing, textPanel } from "./drawing";
import { notDrawn } from "./html";
import { boxOf, type DrawnPanel } from "./page";
import type { Words } from "./words";

/** Who answers the panels; without a Prometheus those that show metrics are not drawn. */
export interface Answering {
  readonly documents: Ask;
  readonly metrics: AskMetrics | undefined;
}

/** Asks for and draws every panel of a dashboard. */
export async function drawPanels(
  dashboard: Dashboard,
  opened: Opened,
  ask: Answering,
  now: number,
  words: Words,
): Promise<readonly DrawnPanel[]> {
  const drawn: DrawnPanel[] = [];
  for (const panel of panelsOf(dashboard)) {
    drawn.push({ panel, content: await content(panel, opened, ask, now, words) });
  }
  return drawn;
}

async function content(
  panel: Panel,
  opened: Opened,
  ask: Answering,
  now: number,
  words: Words,
): Promise<string> {
  if (panel.type === "text") {
    return textPanel(panel);
  }
  const range = rangeOf(panel, opened.around.range, now);
  const around = { ...opened.around, range };
  const shown = asksMetrics(panel, around)
    ? ask.metrics && (await showMetrics(panel, around, ask.metrics))
    : await show(panel, around, ask.documents);
  return shown === undefined
    ? notDrawn(words.notDrawn)
    : drawing(shown, range, boxOf(panel.gridPos), now);
}
