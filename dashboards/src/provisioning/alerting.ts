import { uid } from "../dashboard/context";
import { time } from "../panel/bucket";
import { ofJob, ofOperator, RUNNING_JOBS } from "../panel/jobmetric";
import { COUNT, sum } from "../panel/metric";
import { COVERAGE, DEAD_LETTERS, JOB_METRICS } from "../panel/source";
import { NEEDED_COVERAGE } from "../panel/threshold";
import { ALERTING, type AlertingName } from "../text/alerting";
import type { BoardName } from "../text/boards";
import { PHRASES } from "../text/phrases";
import { compared, computed, documentsOf, metricsOf, reduced, type RuleQuery } from "./query";

const HOUR = 3600;

/** What Grafana takes a missing answer for. */
type NoData = "OK" | "Alerting" | "NoData";

interface Rule {
  readonly name: AlertingName;
  readonly severity: "warning" | "critical";
  /** How long it must hold. */
  readonly pending: string;
  readonly noData: NoData;
  /** The panel that shows more. */
  readonly panel: readonly [board: BoardName, id: number];
  /** The last one decides. */
  readonly queries: readonly RuleQuery[];
}

function documentRules(): Rule[] {
  const hourly = time("hour", "1h");
  return [
    {
      name: "coverageLow",
      severity: "warning",
      pending: "30m",
      noData: "OK",
      panel: ["quality", 2],
      queries: [
        documentsOf("A", COVERAGE, 6 * HOUR, "open_cases:>0", sum("observed_cases"), hourly),
        documentsOf("B", COVERAGE, 6 * HOUR, "open_cases:>0", sum("open_cases"), hourly),
        reduced("C", "A", "sum"),
        reduced("D", "B", "sum"),
        computed("E", "$C / $D"),
        compared("F", "E", "lt", NEEDED_COVERAGE),
      ],
    },
    {
      name: "coverageSilent",
      severity: "critical",
      pending: "10m",
      noData: "Alerting",
      panel: ["quality", 2],
      queries: [
        documentsOf("A", COVERAGE, 6 * HOUR, "*", COUNT, hourly),
        reduced("B", "A", "sum"),
        compared("C", "B", "lt", 1),
      ],
    },
    {
      name: "deadLetters",
      severity: "warning",
      pending: "0s",
      noData: "OK",
      panel: ["quality", 7],
      queries: [
        documentsOf("A", DEAD_LETTERS, HOUR / 4, "*", COUNT, time("first_seen", "auto")),
        reduced("B", "A", "sum"),
        compared("C", "B", "gt", 10),
      ],
    },
  ];
}

function metricRule(
  name: AlertingName,
  severity: Rule["severity"],
  pending: string,
  panel: number,
  expression: string,
  how: "gt" | "lt",
  limit: number,
  noData: NoData = "OK",
): Rule {
  return {
    name,
    severity,
    pending,
    noData,
    panel: ["job", panel],
    queries: [
      metricsOf("A", JOB_METRICS, expression),
      reduced("B", "A", "last"),
      compared("C", "B", how, limit),
    ],
  };
}

function increase(name: string, window: string): string {
  return `sum(increase(${ofOperator(name)}[${window}]))`;
}

function metricRules(): Rule[] {
  return [
    metricRule(
      "jobDown",
      "critical",
      "5m",
      2,
      RUNNING_JOBS,
      "lt",
      1,
      "Alerting",
    ),
    metricRule(
      "jobRestarts",
      "warning",
      "0s",
      2,
      `max(increase(${ofJob("numRestarts")}[1h]))`,
      "gt",
      3,
    ),
    metricRule(
      "checkpointsFail",
      "critical",
      "5m",
      11,
      `max(increase(${ofJob("numberOfCompletedCheckpoints")}[15m]))`,
      "lt",
      1,
    ),
    metricRule(
      "fallsBehind",
      "warning",
      "15m",
      5,
      `max(1000 * time() - (${ofOperator("currentOutputWatermark")} > 0))`,
      "gt",
      HOUR * 1000,
    ),
    metricRule(
      "writesBlocked",
      "critical",
      "0s",
      9,
      increase("elasticsearch_retried_cluster_block", "10m"),
      "gt",
      0,
    ),
    metricRule(
      "documentsLost",
      "critical",
      "0s",
      3,
      `${increase("elasticsearch_poison", "1h")} + ${increase("elasticsearch_dead_letters_lost", "1h")}`,
      "gt",
      0,
    ),
    metricRule(
      "alertsRefused",
      "critical",
      "0s",
      10,
      increase("alertmanager_refused", "10m"),
      "gt",
      0,
    ),
  ];
}

/** `provisioning/alerting/takedown.yaml`: rules about the monitor itself. */
export function alerting(): object {
  return {
    apiVersion: 1,
    groups: [
      group("takedown-data", "5m", documentRules()),
      group("takedown-job", "1m", metricRules()),
    ],
  };
}

function group(name: string, interval: string, rules: readonly Rule[]): object {
  return { orgId: 1, name, folder: PHRASES.folder.vi, interval, rules: rules.map(provisioned) };
}

function provisioned(rule: Rule): object {
  const text = ALERTING[rule.name];
  const [board, panelId] = rule.panel;
  return {
    uid: `takedown-${rule.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    title: `${text.title.vi} · ${text.title.en}`,
    condition: rule.queries.at(-1)?.refId,
    for: rule.pending,
    noDataState: rule.noData,
    execErrState: "Error",
    dashboardUid: uid(board, "vi"),
    panelId,
    labels: { severity: rule.severity, team: "platform" },
    annotations: { summary: text.summary.vi, summary_en: text.summary.en },
    data: rule.queries,
  };
}
