import { parseArgs } from "node:util";
import { readChoices, type Choice } from "../query/choices";

/**
 * What the command line asks for.
 *
 * @property dashboards names; all when empty
 * @property now the present, in epoch milliseconds; undefined for that of the data
 * @property from where the time range begins; undefined for what each dashboard says
 */
export interface Options {
  readonly elasticsearch: string;
  readonly prometheus: string | undefined;
  readonly output: string;
  readonly dashboards: readonly string[];
  readonly choices: readonly Choice[];
  readonly now: number | undefined;
  readonly from: number | undefined;
  readonly pictures: boolean;
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
      prometheus: { type: "string" },
      output: { type: "string" },
      dashboard: { type: "string", multiple: true, default: [] },
      variable: { type: "string", multiple: true, default: [] },
      now: { type: "string" },
      from: { type: "string" },
      "no-pictures": { type: "boolean", default: false },
    },
  });
  if (values.elasticsearch === undefined || values.output === undefined) {
    throw new Error(
      "Usage: npm run render -- --elasticsearch URL --output DIR [--prometheus URL] [--dashboard NAME]",
    );
  }
  return {
    elasticsearch: values.elasticsearch.replace(/\/$/, ""),
    prometheus: values.prometheus?.replace(/\/$/, ""),
    output: values.output,
    dashboards: values.dashboard,
    choices: readChoices(values.variable),
    now: values.now === undefined ? undefined : Date.parse(values.now),
    from: values.from === undefined ? undefined : Date.parse(values.from),
    pictures: !values["no-pictures"],
  };
}
