import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { DASHBOARDS } from "../dashboard";
import { ROOT } from "../generated";
import { mapping, type Mappings } from "../lint/fields";
import type { DashboardJson } from "../lint/model";
import { LANGUAGES, type Language } from "../text/language";

/** One dashboard in one language, as it is written to its file. */
export interface Made {
  readonly name: string;
  readonly language: Language;
  readonly json: DashboardJson;
}

export const MADE: readonly Made[] = LANGUAGES.flatMap((language) =>
  DASHBOARDS.map((dashboard) => ({
    name: dashboard.name,
    language,
    json: copy(dashboard.make(language)),
  })),
);

export function copy(value: unknown): DashboardJson {
  return JSON.parse(JSON.stringify(value)) as DashboardJson;
}

const TEMPLATES = join(ROOT, "jobs/compliance-job/src/main/resources/elasticsearch");

/** What the job makes in Elasticsearch. */
export function jobMappings(): Mappings {
  return new Map(
    readdirSync(TEMPLATES)
      .filter((file) => file.endsWith(".json"))
      .map((file) => [basename(file, ".json"), mapping(readFileSync(join(TEMPLATES, file), "utf8"))]),
  );
}

export function schema(name: string): object {
  return JSON.parse(
    readFileSync(join(ROOT, "dashboards/schema", `${name}.schema.json`), "utf8"),
  ) as object;
}
