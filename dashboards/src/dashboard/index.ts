import type { Dashboard } from "@grafana/grafana-foundation-sdk/dashboard";
import type { Language } from "../text/language";

/** A dashboard that can be made in every language. */
export interface DashboardSource {
  /** Of its file. */
  readonly name: string;
  make(language: Language): Dashboard;
}

export const DASHBOARDS: readonly DashboardSource[] = [];
