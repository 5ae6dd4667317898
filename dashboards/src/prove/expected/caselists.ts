import type { Cell } from "../../query/frame";
import { instant, text, type Document } from "./vocabulary";

/** The columns of a case that every list of cases begins with. */
export function caseColumns(found: Document, withProvider: boolean): readonly Cell[] {
  return [
    text(found, "case_id"),
    ...(withProvider ? [text(found, "provider_id")] : []),
    text(found, "category"),
    text(found, "state"),
    text(found, "verdict"),
  ];
}

/** Deadline, the time since then, and when the content was last seen up. */
export function deadlineColumns(found: Document, now: number): readonly Cell[] {
  const deadline = instant(found, "due_at");
  return [deadline, deadline === null ? null : now - deadline, instant(found, "last_up_at")];
}

/** The first of the cases by an instant, at most `size` of them. */
export function firstBy(
  cases: readonly Document[],
  field: string,
  latestFirst: boolean,
  size: number,
): readonly Document[] {
  const turn = latestFirst ? -1 : 1;
  return [...cases]
    .sort(
      (a, b) =>
        turn * ((instant(a, field) ?? 0) - (instant(b, field) ?? 0)) ||
        (text(a, "case_id") < text(b, "case_id") ? -1 : 1),
    )
    .slice(0, size);
}
