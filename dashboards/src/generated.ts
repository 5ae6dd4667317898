import { join } from "node:path";
import { stringify } from "yaml";
import { DASHBOARDS } from "./dashboard";
import { alerting } from "./provisioning/alerting";
import { contacts } from "./provisioning/contacts";
import { datasources } from "./provisioning/datasources";
import { providers } from "./provisioning/providers";
import { LANGUAGES } from "./text/language";

/** The project's root, seen from the compiled sources. */
export const ROOT = join(__dirname, "..", "..", "..");

const FOLDER = join(ROOT, "infra", "grafana");

export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

/** Every file under `infra/grafana` that is made and not written by hand. */
export function generatedFiles(): GeneratedFile[] {
  const dashboards = LANGUAGES.flatMap((language) =>
    DASHBOARDS.map((dashboard) => ({
      path: join(FOLDER, "dashboards", language, `${dashboard.name}.json`),
      content: `${JSON.stringify(dashboard.make(language), null, 2)}\n`,
    })),
  );
  return [
    ...dashboards,
    yaml("provisioning/datasources/takedown.yaml", datasources()),
    yaml("provisioning/dashboards/takedown.yaml", providers()),
    yaml("provisioning/alerting/takedown.yaml", alerting()),
    yaml("examples/contact-points.yaml", contacts()),
  ];
}

function yaml(path: string, value: object): GeneratedFile {
  const header = "# Made by dashboards/src/provisioning; change it there and run npm run generate.\n";
  // Drops what is undefined, as JSON does.
  const plain: unknown = JSON.parse(JSON.stringify(value));
  return {
    path: join(FOLDER, path),
    content: header + stringify(plain, { lineWidth: 0, aliasDuplicateObjects: false }),
  };
}
