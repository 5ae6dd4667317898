import type { DashboardJson } from "./model";

/** Something that every dashboard must keep to. */
export interface Rule {
  readonly name: string;
  /** What is wrong, one line each, saying what to do; empty when all is well. */
  check(dashboard: DashboardJson): string[];
}
