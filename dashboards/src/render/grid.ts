import { displayName, length, type Field, type Frame } from "../query/frame";
import { at, type Json } from "../query/json";
import type { Shown } from "../query/show";
import { compare } from "../query/transformations";
import type { Box } from "./box";
import { colorOf } from "./color";
import { formatted, mapping } from "./format";
import { escapeHtml, notDrawn } from "./html";

const ROW_HEIGHT = 27;

/** A table as it is when the dashboard is opened: sorted, cut off where the panel ends. */
export function grid(shown: Shown, box: Box, now: number): string {
  const [frame] = shown.shown;
  if (frame === undefined || length(frame) === 0) {
    return notDrawn(shown.panel.fieldConfig?.defaults?.noValue ?? "–");
  }
  const order = rowOrder(frame, shown);
  const room = Math.max(1, Math.floor((box.height - ROW_HEIGHT) / ROW_HEIGHT));
  const head = frame.fields
    .map(
      (field) =>
        `<th class="${side(field)}" ${width(field)}>${escapeHtml(displayName(field))}</th>`,
    )
    .join("");
  const body = order
    .slice(0, room)
    .map((row) => `<tr>${frame.fields.map((field) => cell(field, row, now)).join("")}</tr>`)
    .join("");
  return `<table class="grid"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function cell(field: Field, row: number, now: number): string {
  const value = field.values[row] ?? null;
  const color =
    mapping(field, value)?.color !== undefined || at(field.config.color, "mode") === "thresholds"
      ? colorOf(field, value)
      : undefined;
  return `<td class="${side(field)}"${color === undefined ? "" : ` style="color:${color}"`}>${escapeHtml(formatted(field, value, now))}</td>`;
}

/** Numbers stand at the right. */
function side(field: Field): string {
  return field.type === "number" ? "right" : "left";
}

function width(field: Field): string {
  const pixels = at(field.config.custom, "width");
  return typeof pixels === "number" ? `style="width:${pixels}px"` : "";
}

function rowOrder(frame: Frame, shown: Shown): readonly number[] {
  const rows = [...Array(length(frame)).keys()];
  const sorts = at(shown.panel.options, "sortBy");
  const [sort] = Array.isArray(sorts) ? (sorts as readonly Json[]) : [];
  if (sort === undefined) {
    return rows;
  }
  const name = at(sort, "displayName");
  const field = frame.fields.find((candidate) => displayName(candidate) === name);
  if (field === undefined) {
    throw new Error(
      `Panel ${shown.panel.id} is sorted by "${String(name)}", which is no column of it.`,
    );
  }
  const turn = at(sort, "desc") === true ? -1 : 1;
  return rows.sort((a, b) => turn * compare(field.values[a] ?? null, field.values[b] ?? null));
}
