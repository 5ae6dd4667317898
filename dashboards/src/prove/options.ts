import { parseArgs } from "node:util";
import { choicesOf } from "../query/choices";
import type { Variables } from "../query/variables";

/** What the command line asks for. */
export interface Options {
  readonly elasticsearch: string;
  readonly replay: string;
  readonly variables: Variables;
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
    variables: choicesOf(values.variable),
    mutations: !values["no-mutations"],
  };
}
