import { at } from "../query/json";
import type { TimeRange } from "../query/compile";
import type { Panel } from "../query/model";
import type { Shown } from "../query/show";
import { bars } from "./bars";
import type { Box } from "./box";
import { curves } from "./curves";
import { figures } from "./figures";
import { grid } from "./grid";
import { markdown } from "./html";

/**
 * Draws the inside of a panel.
 *
 * @throws Error for a panel type that is not known here
 */
export function drawing(shown: Shown, range: TimeRange, box: Box, now: number): string {
  switch (shown.panel.type) {
    case "stat":
      return figures(shown, box, now);
    case "table":
      return grid(shown, box, now);
    case "timeseries":
      return curves(shown, range, box, now);
    case "bargauge":
      return bars(shown, box, now);
    default:
      throw new Error(
        `The panel type "${shown.panel.type}" is not known here; add it to drawing.ts.`,
      );
  }
}

/** A text panel, which asks nothing. */
export function textPanel(panel: Panel): string {
  return `<div class="note">${markdown(String(at(panel.options, "content") ?? ""))}</div>`;
}
