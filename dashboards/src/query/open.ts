import type { Surroundings, TimeRange } from "./compile";
import type { DataSources } from "./datasource";
import { framesOf } from "./answer";
import { toLines, type Search } from "./compile";
import { at, type Json } from "./json";
import { variableSearch } from "./lookups";
import type { Dashboard, Variable } from "./model";
import type { Ask } from "./show";
import { openingValue, single, type Chosen, type Variables } from "./variables";

/** A variable's search with the values that it found. */
export interface Lookup {
  readonly variable: Variable;
  readonly search: Search;
  readonly values: readonly string[];
}

/** A dashboard as it is just opened. */
export interface Opened {
  readonly around: Surroundings;
  readonly lookups: readonly Lookup[];
}

/**
 * Opens a dashboard: its variables take what the address chooses, else what the dashboard says, else
 * the first value that their search finds.
 *
 * @throws Error when a variable has no value and none is found
 */
export async function open(
  dashboard: Dashboard,
  chosen: Variables,
  range: TimeRange,
  sources: DataSources,
  ask: Ask,
): Promise<Opened> {
  const variables = new Map<string, Chosen>();
  const lookups: Lookup[] = [];
  const around = { range, variables, sources };
  for (const variable of dashboard.templating?.list ?? []) {
    const search = variableSearch(variable, around);
    if (search !== undefined) {
      const values = found(search, await ask(toLines([search])));
      lookups.push({ variable, search, values });
    }
    const value =
      chosen.get(variable.name) ?? openingValue(variable) ?? first(lookups.at(-1), variable);
    variables.set(variable.name, value);
  }
  return { around, lookups };
}

function found(search: Search, answer: Json): readonly string[] {
  const responses = at(answer, "responses");
  const [response] = Array.isArray(responses) ? (responses as readonly Json[]) : [];
  const [table] = framesOf(search, response ?? null);
  return (table?.fields[0]?.values ?? []).map(String).sort((a, b) => a.localeCompare(b, "vi"));
}

function first(lookup: Lookup | undefined, variable: Variable): Chosen {
  const value = lookup?.variable === variable ? lookup.values[0] : undefined;
  if (value === undefined) {
    throw new Error(`Variable ${variable.name} has no value when the dashboard is opened.`);
  }
  return single(value);
}
