import { asksOthers } from "../query/compile";
import { rangeOf } from "../query/clock";
import { panelsOf, type Dashboard, type Panel } from "../query/model";
import type { Opened } from "../query/open";
import { show, type Ask } from "../query/show";
import { drawing, textPanel } from "./drawing";
import { notDrawn } from "./html";
import { boxOf, type DrawnPanel } from "./page";
import type { Words } from "./words";

/** Asks for and draws every panel of a dashboard. */
export async function drawPanels(
  dashboard: Dashboard,
  opened: Opened,
  ask: Ask,
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
  ask: Ask,
  now: number,
  words: Words,
): Promise<string> {
  if (panel.type === "text") {
    return textPanel(panel);
  }
  if (asksOthers(panel, opened.around)) {
    return notDrawn(words.notDrawn);
  }
  const range = rangeOf(panel, opened.around.range, now);
  const shown = await show(panel, { ...opened.around, range }, ask);
  return drawing(shown, range, boxOf(panel.gridPos), now);
}
