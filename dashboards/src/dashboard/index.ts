import type { Dashboard } from "@grafana/grafana-foundation-sdk/dashboard";
import type { BoardName } from "../text/boards";
import type { Language } from "../text/language";
import { blocking } from "./blocking";
import { breaches } from "./breaches";
import { job } from "./job";
import { league } from "./league";
import { overview } from "./overview";
import { provider } from "./provider";
import { quality } from "./quality";
import { recidivism } from "./recidivism";
import { yearly } from "./yearly";

/** A dashboard that can be made in every language. */
export interface DashboardSource {
  /** Of its file. */
  readonly name: BoardName;
  readonly make: (language: Language) => Dashboard;
}

export const DASHBOARDS: readonly DashboardSource[] = [
  { name: "overview", make: overview },
  { name: "league", make: league },
  { name: "provider", make: provider },
  { name: "breaches", make: breaches },
  { name: "recidivism", make: recidivism },
  { name: "blocking", make: blocking },
  { name: "quality", make: quality },
  { name: "yearly", make: yearly },
  { name: "job", make: job },
];
