import { join } from "node:path";
import { DASHBOARDS } from "./dashboard";
import { LANGUAGES } from "./text/language";

/** The project's root, seen from the compiled sources. */
export const ROOT = join(__dirname, "..", "..", "..");

export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

/** Every file under `infra/grafana` that is made and not written by hand. */
export function generatedFiles(): GeneratedFile[] {
  return LANGUAGES.flatMap((language) =>
    DASHBOARDS.map((dashboard) => ({
      path: join(ROOT, "infra/grafana/dashboards", language, `${dashboard.name}.json`),
      content: json(dashboard.make(language)),
    })),
  );
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
