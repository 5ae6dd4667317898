import type { Cluster } from "../prove/cluster";
import { at } from "../query/json";

/** How far the data go: the newest change of a case, in epoch milliseconds. */
export async function newestUpdate(cluster: Cluster): Promise<number> {
  const search = { size: 0, aggs: { newest: { max: { field: "updated_at" } } } };
  const header = { index: "takedown-cases,takedown-provider-periods", ignore_unavailable: true };
  const answer = await cluster.ask(`${JSON.stringify(header)}\n${JSON.stringify(search)}\n`);
  const [response] = at(answer, "responses") as readonly [never];
  const value = at(response, "aggregations", "newest", "value");
  if (typeof value !== "number") {
    throw new Error("There are no cases in Elasticsearch, so there is nothing to draw.");
  }
  return value;
}
