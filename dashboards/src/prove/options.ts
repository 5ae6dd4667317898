import { parseArgs } from "node:util";

/** What the command line asks for. */
export interface Options {
  readonly elasticsearch: string;
  readonly replay: string;
  readonly dashboards: string;
  readonly dataSources: string;
  readonly mutations: boolean;
}

/** Reads the command line; defaults are the project's own files. */
export function readOptions(root: string): Options {
  const { values } = parseArgs({
    options: {
      elasticsearch: { type: "string" },
      replay: { type: "string" },
      dashboards: { type: "string", default: `${root}/infra/grafana/dashboards` },
      "data-sources": {
        type: "string",
        default: `${root}/infra/grafana/provisioning/datasources/takedown.yaml`,
      },
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
    dashboards: values.dashboards,
    dataSources: values["data-sources"],
    mutations: !values["no-mutations"],
  };
}
