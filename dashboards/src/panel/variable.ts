import {
  type VariableModel,
  VariableHide,
  VariableRefresh,
  VariableSort,
  VariableType,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { reference, sourceName, type DocumentSource, type Source } from "./source";

const VARIABLE_SIZE = 1000;

/**
 * A hidden variable that finds the data source by its name. Others whose names begin alike, such as
 * those of a test system, can be chosen by URL.
 */
export function sourceVariable(source: Source): VariableModel {
  return {
    type: VariableType.Datasource,
    name: source.variable,
    label: sourceName(source),
    hide: VariableHide.HideVariable,
    query: source.kind,
    regex: `/^${sourceName(source)}/`,
    current: { selected: true, text: sourceName(source), value: source.uid },
    options: [],
    refresh: VariableRefresh.OnDashboardLoad,
    multi: false,
    includeAll: false,
  };
}

export interface FieldVariable {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly source: DocumentSource;
  /** Never null in any document, or "all" would leave documents out. */
  readonly field: string;
  readonly query: string;
}

/** Any number of the values that a field has in the time range. */
export function manyOf(variable: FieldVariable & { readonly all: string }): VariableModel {
  return {
    ...fieldVariable(variable),
    multi: true,
    includeAll: true,
    // Otherwise "all" becomes a list of every value.
    allValue: "*",
    current: { selected: true, text: [variable.all], value: ["$__all"] },
  };
}

/** Exactly one of the values that a field has in the time range. */
export function oneOf(variable: FieldVariable): VariableModel {
  return { ...fieldVariable(variable), multi: false, includeAll: false };
}

function fieldVariable(variable: FieldVariable): VariableModel {
  const query = JSON.stringify({
    find: "terms",
    field: variable.field,
    query: variable.query,
    size: VARIABLE_SIZE,
  });
  return {
    type: VariableType.Query,
    name: variable.name,
    label: variable.label,
    description: variable.description,
    hide: VariableHide.DontHide,
    datasource: reference(variable.source),
    query,
    definition: query,
    refresh: VariableRefresh.OnTimeRangeChanged,
    sort: VariableSort.AlphabeticalAsc,
    options: [],
    regex: "",
  };
}

export interface Choice {
  readonly text: string;
  readonly value: string;
}

/** @param chosen the value at first */
export function choice(
  name: string,
  label: string,
  description: string,
  choices: readonly Choice[],
  chosen: string,
): VariableModel {
  const options = choices.map(({ text, value }) => ({ text, value, selected: value === chosen }));
  const current = options.find((option) => option.selected);
  if (current === undefined) {
    throw new Error(`Variable ${name}: ${chosen} is not among its choices; name one that is.`);
  }
  return {
    type: VariableType.Custom,
    name,
    label,
    description,
    hide: VariableHide.DontHide,
    query: choices
      .map(({ text, value }) => (text === value ? value : `${text} : ${value}`))
      .join(", "),
    options,
    current,
    multi: false,
    includeAll: false,
  };
}
