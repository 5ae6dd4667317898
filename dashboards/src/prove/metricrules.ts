import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { DataSources } from "../query/datasource";
import { at, type Json } from "../query/json";

const FILE = "infra/grafana/provisioning/alerting/takedown.yaml";

/** A provisioned alert rule that reads Prometheus. */
export interface MetricRule {
  readonly uid: string;
  readonly refId: string;
  readonly expression: string;
  /** Whether the rule's threshold is passed. */
  readonly fires: (value: number) => boolean;
}

/** The rules of the generated file that read Prometheus. */
export function readMetricRules(root: string, sources: DataSources): readonly MetricRule[] {
  const groups = list(at(parse(readFileSync(join(root, FILE), "utf8")) as Json, "groups"));
  return groups
    .flatMap((group) => list(at(group, "rules")))
    .flatMap((rule) =>
      list(at(rule, "data"))
        .filter((query) => sources.get(String(at(query, "datasourceUid")))?.kind === "prometheus")
        .map((query) => ({
          uid: String(at(rule, "uid")),
          refId: String(at(query, "refId")),
          expression: String(at(query, "model", "expr")),
          fires: threshold(rule),
        })),
    );
}

function threshold(rule: Json): (value: number) => boolean {
  const query = list(at(rule, "data")).find(
    (candidate) => at(candidate, "refId") === at(rule, "condition"),
  );
  const evaluator = at(list(at(query, "model", "conditions"))[0], "evaluator");
  const limit = Number(list(at(evaluator, "params"))[0]);
  switch (at(evaluator, "type")) {
    case "gt":
      return (value) => value > limit;
    case "lt":
      return (value) => value < limit;
    default:
      throw new Error(`${String(at(rule, "uid"))}: no threshold that is known here.`);
  }
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
