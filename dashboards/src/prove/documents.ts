import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { at, type JsonObject } from "../query/json";
import type { Cluster } from "./cluster";

/** The aliases that a replay writes to files (contract section 4). */
export const EXPORTED = [
  "takedown-cases",
  "takedown-alerts",
  "takedown-provider-periods",
  "takedown-transitions",
  "takedown-coverage",
  "takedown-dead-letters",
] as const;

/** Kept for dashboards only, so a replay does not write it. */
const STATES = "takedown-provider-states";

/** Every document by its alias. */
export type Documents = ReadonlyMap<string, readonly JsonObject[]>;

/** Reads the documents that a replay has written, and the states of providers from the cluster. */
export async function readDocuments(folder: string, cluster: Cluster): Promise<Documents> {
  const files = EXPORTED.map(
    (alias) => [alias, readLines(join(folder, `${alias}.ndjson`))] as const,
  );
  const states =
    (await cluster.fields(STATES)) === undefined ? [] : await cluster.documents(STATES);
  return new Map([...files, [STATES, states]]);
}

function readLines(file: string): readonly JsonObject[] {
  if (!existsSync(file)) {
    throw new Error(
      `There is no ${file}: --replay names the folder that 'replay --output' has written.`,
    );
  }
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as JsonObject);
}

/** The data cut-off `T`: no document was changed later. In epoch milliseconds. */
export function cutOff(documents: Documents): number {
  const times = ["takedown-cases", "takedown-provider-periods"]
    .flatMap((alias) => documents.get(alias) ?? [])
    .map((document) => Date.parse(String(at(document, "updated_at"))))
    .filter((time) => !Number.isNaN(time));
  if (times.length === 0) {
    throw new Error("The replay has no cases, so there is nothing to compare with.");
  }
  return Math.max(...times);
}
