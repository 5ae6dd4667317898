import { LANGUAGES } from "../text/language";
import { PHRASES } from "../text/phrases";

/** Where the dashboards lie inside of the container or machine that Grafana runs on. */
export const DASHBOARD_FOLDER = "/etc/grafana/dashboards";

/** `provisioning/dashboards/takedown.yaml`: one folder per language. */
export function providers(): object {
  return {
    apiVersion: 1,
    providers: LANGUAGES.map((language) => ({
      name: `takedown-${language}`,
      orgId: 1,
      folder: PHRASES.folder[language],
      folderUid: `takedown-${language}`,
      type: "file",
      disableDeletion: true,
      allowUiUpdates: false,
      updateIntervalSeconds: 60,
      options: { path: `${DASHBOARD_FOLDER}/${language}`, foldersFromFilesStructure: false },
    })),
  };
}
