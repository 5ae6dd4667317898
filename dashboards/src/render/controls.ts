import type { Dashboard, Variable } from "../query/model";
import type { Opened } from "../query/open";
import type { Chosen } from "../query/variables";
import { stamp } from "./time";
import type { Words } from "./words";

const HIDDEN = 2;

/** The line of variables and time range above the panels. */
export function controls(dashboard: Dashboard, opened: Opened, words: Words): readonly string[] {
  const { from, to } = opened.around.range;
  const variables = (dashboard.templating?.list ?? [])
    .filter((variable) => variable.hide !== HIDDEN && variable.type !== "datasource")
    .map((variable) => `${variable.label ?? variable.name}: ${valueText(variable, opened, words)}`);
  return [...variables, `${words.timeRange}: ${day(from)} – ${day(to)}`];
}

function valueText(variable: Variable, opened: Opened, words: Words): string {
  const chosen: Chosen | undefined = opened.around.variables.get(variable.name);
  if (chosen === undefined || chosen.kind === "all") {
    return words.all;
  }
  return chosen.values
    .map((value) =>
      String(variable.options?.find((option) => option.value === value)?.text ?? value),
    )
    .join(", ");
}

function day(time: number): string {
  return stamp(time, "DD/MM/YYYY HH:mm");
}
