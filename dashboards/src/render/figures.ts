import { at } from "../query/json";
import { reduced } from "../query/reduce";
import type { Shown } from "../query/show";
import type { Box } from "./box";
import { colorOf } from "./color";
import { formatted } from "./format";
import { escapeHtml } from "./html";

/** Figures side by side, or below each other where the panel is higher than wide. */
export function figures(shown: Shown, box: Box, now: number): string {
  const all = reduced(shown.shown, shown.panel.options);
  const named =
    at(shown.panel.options, "textMode") !== "value" &&
    (all.length > 1 || at(shown.panel.options, "textMode") === "value_and_name");
  const cells = all.map((figure) => {
    const text = formatted(figure.field, figure.value, now);
    const color = colorOf(figure.field, figure.value) ?? "inherit";
    const size = fontSize(text, box, all.length);
    const name = named ? `<div class="figure-name">${escapeHtml(figure.name)}</div>` : "";
    return `<div class="figure">${name}<div class="figure-value" style="color:${color};font-size:${size}px">${escapeHtml(text)}</div></div>`;
  });
  return `<div class="figures ${box.height > box.width ? "figures-down" : ""}">${cells.join("")}</div>`;
}

/** The largest at which the text fits into its share of the panel. */
function fontSize(text: string, box: Box, figuresInRow: number): number {
  const width = box.width / figuresInRow - 8;
  return Math.round(
    Math.max(12, Math.min(34, box.height * 0.4, width / (0.72 * Math.max(1, text.length)))),
  );
}
