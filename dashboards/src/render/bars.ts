import { at } from "../query/json";
import { reduced } from "../query/reduce";
import type { Shown } from "../query/show";
import type { Box } from "./box";
import { colorOf } from "./color";
import { formatted } from "./format";
import { escapeHtml } from "./html";

/** A bar gauge lying on its side: name, bar, value. */
export function bars(shown: Shown, box: Box, now: number): string {
  const all = reduced(shown.shown, shown.panel.options).filter(
    (bar) => typeof bar.value === "number" || bar.value === null,
  );
  const greatest = Math.max(1e-9, ...all.map((bar) => Number(bar.value ?? 0)));
  const height = Math.max(14, Math.min(34, Math.floor(box.height / Math.max(1, all.length)) - 6));
  const rows = all.map((bar) => {
    const most = bar.field.config.max ?? greatest;
    const share = Math.max(0, Math.min(1, Number(bar.value ?? 0) / most));
    const color = colorOf(bar.field, bar.value) ?? "#1f5fbf";
    return (
      `<div class="bar-row" style="height:${height}px"><div class="bar-name">${escapeHtml(bar.name)}</div>` +
      `<div class="bar-track"><div class="bar" style="width:${(100 * share).toFixed(2)}%;background:${color}"></div></div>` +
      `<div class="bar-value" style="color:${color}">${escapeHtml(formatted(bar.field, bar.value, now))}</div></div>`
    );
  });
  return `<div class="bars" data-mode="${String(at(shown.panel.options, "displayMode"))}">${rows.join("")}</div>`;
}
