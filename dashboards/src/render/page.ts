import type { Dashboard, GridPosition, Panel } from "../query/model";
import type { Box } from "./box";
import { escapeHtml } from "./html";
import { FIT, STYLE } from "./style";
import type { Words } from "./words";

/** Of the page, in pixels. A column of Grafana's grid is a 24th of the width. */
export const PAGE_WIDTH = 1480;
const MARGIN = 16;
const HEAD = 78;
const COLUMN = (PAGE_WIDTH - 2 * MARGIN) / 24;
const ROW = 38;
const GAP = 8;
const TITLE = 30;

/** A panel with the HTML inside it. */
export interface DrawnPanel {
  readonly panel: Panel;
  readonly content: string;
}

/** The room inside a panel, below its title. */
export function boxOf(place: GridPosition): Box {
  return { width: place.w * COLUMN - GAP - 18, height: place.h * ROW - GAP - TITLE - 10 };
}

/** Height of the page in pixels. */
export function pageHeight(dashboard: Dashboard): number {
  const rows = Math.max(0, ...dashboard.panels.map((panel) => panel.gridPos.y + panel.gridPos.h));
  return HEAD + rows * ROW + MARGIN;
}

/** The whole page, which needs no other file. */
export function page(
  dashboard: Dashboard,
  panels: readonly DrawnPanel[],
  controls: readonly string[],
  words: Words,
): string {
  const content = new Map(panels.map((drawn) => [drawn.panel.id, drawn.content]));
  const chosen = controls.map((text) => `<span>${escapeHtml(text)}</span>`).join("");
  return `<!doctype html>
<html lang="${words.language}"><head><meta charset="utf-8"><title>${escapeHtml(dashboard.title)}</title>
<style>${STYLE}</style></head>
<body style="width:${PAGE_WIDTH}px;height:${pageHeight(dashboard)}px">
<header><h1>${escapeHtml(dashboard.title)}</h1><div class="controls">${chosen}</div>
<div class="what">${escapeHtml(words.notGrafana)}</div></header>
${dashboard.panels.map((panel) => framed(panel, content.get(panel.id) ?? "")).join("\n")}
<script>${FIT}</script></body></html>
`;
}

function framed(panel: Panel, content: string): string {
  const { x, y, w, h } = panel.gridPos;
  const place =
    `left:${(MARGIN + x * COLUMN).toFixed(1)}px;top:${HEAD + y * ROW}px;` +
    `width:${(w * COLUMN - GAP).toFixed(1)}px;height:${h * ROW - GAP}px`;
  const title = escapeHtml(panel.title ?? "");
  return panel.type === "row"
    ? `<h2 class="row" style="${place}">${title}</h2>`
    : `<section style="${place}" title="${escapeHtml(panel.description ?? "")}"><h3>${title}</h3><div class="inside">${content}</div></section>`;
}
