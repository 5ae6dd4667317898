import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDataSources, type DataSources } from "./datasource";
import type { Dashboard } from "./model";

/** Below the project's root. */
export const DASHBOARD_FOLDER = "infra/grafana/dashboards";
const SOURCES_FOLDER = "infra/grafana/provisioning/datasources";

/** A generated dashboard with the names of its folder and file. */
export interface Named {
  readonly language: string;
  readonly name: string;
  readonly dashboard: Dashboard;
}

/** All generated dashboards, by language and name. */
export function readDashboards(folder: string): readonly Named[] {
  return readdirSync(folder)
    .sort()
    .flatMap((language) =>
      readdirSync(join(folder, language))
        .filter((file) => file.endsWith(".json"))
        .sort()
        .map((file) => ({
          language,
          name: file.replace(/\.json$/, ""),
          dashboard: JSON.parse(readFileSync(join(folder, language, file), "utf8")) as Dashboard,
        })),
    );
}

/** All provisioned data sources. */
export function readSources(root: string): DataSources {
  const folder = join(root, SOURCES_FOLDER);
  const files = readdirSync(folder).filter((file) => /\.ya?ml$/.test(file));
  return new Map(
    files.flatMap((file) => [...readDataSources(readFileSync(join(folder, file), "utf8"))]),
  );
}
