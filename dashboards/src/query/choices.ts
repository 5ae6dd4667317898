import { single, type Variables } from "./variables";

/** A variable chosen on the command line. */
export interface Choice {
  /** Undefined for every dashboard that has the variable. */
  readonly dashboard: string | undefined;
  readonly variable: string;
  readonly value: string;
}

/** Reads `variable=value` and `dashboard:variable=value`. */
export function readChoices(texts: readonly string[]): readonly Choice[] {
  return texts.map((text) => {
    const parts = /^(?:(\w+):)?(\w+)=(.+)$/.exec(text);
    if (parts?.[2] === undefined || parts[3] === undefined) {
      throw new Error(`--variable: "${text}" is neither name=value nor dashboard:name=value.`);
    }
    return { dashboard: parts[1], variable: parts[2], value: parts[3] };
  });
}

/** What was chosen for a dashboard. */
export function choicesFor(dashboard: string, choices: readonly Choice[]): Variables {
  return new Map(
    choices
      .filter((choice) => choice.dashboard === undefined || choice.dashboard === dashboard)
      .map((choice) => [choice.variable, single(choice.value)]),
  );
}
