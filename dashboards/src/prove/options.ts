import { parseArgs } from "node:util";
import { readChoices, type Choice } from "../query/choices";

/** What the command line asks for. */
export interface Options {
  readonly elasticsearch: string;
  readonly replay: string;
  readonly choices: readonly Choice[];
  /** The present, in epoch milliseconds; undefined for that of the data. */
  readonly now: number | undefined;
  readonly mutations: boolean;
}

/**
 * Reads the command line.
 *
 * @throws Error saying how it is to be used
 */
export function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      elasticsearch: { type: "string" },
      replay: { type: "string" },
      now: { type: "string" },
      variable: { type: "string", multiple: true, default: [] },
      "no-mutations": { type: "boolean", default: false },
    },
  });
  if (values.elasticsearch === undefined || values.replay === undefined) {
    throw new Error(
      "Usage: npm run prove -- --elasticsearch URL --replay DIR, where DIR is what 'replay --output' has written.",
    );
  }
  return {
    elasticsearch: values.elasticsearch.replace(/\/$/, ""),
    replay: values.replay,
    choices: readChoices(values.variable),
    now: values.now === undefined ? undefined : Date.parse(values.now),
    mutations: !values["no-mutations"],
  };
}
