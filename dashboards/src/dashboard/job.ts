import type { Dashboard } from "@grafana/grafana-foundation-sdk/dashboard";
import { ofJob, ofOperator, ofTask, RUNNING_JOBS } from "../panel/jobmetric";
import { JOB_METRICS } from "../panel/source";
import { figurePerSeries } from "../panel/stat";
import { metrics, type TargetShape } from "../panel/target";
import { NO_STEPS, NONE_WANTED_STEPS } from "../panel/threshold";
import { type CurvePanel, lines, stackedBars } from "../panel/timeseries";
import { UNIT, type Unit } from "../panel/unit";
import { JOB as TEXT, JOB_LABELS as LABELS } from "../text/job";
import type { Language, Text } from "../text/language";
import { SECTIONS } from "../text/sections";
import { board, context } from "./context";
import { head } from "./shared";

/** Counters of the job's own sinks, summed over subtasks. */
function counter(name: string): string {
  return `sum(${ofOperator(name)})`;
}

/** The main steps of the job, in their order: names of operators, and what a reader calls them. */
const STEPS = [
  ["ingest_records", LABELS.ingest],
  ["track_cases", LABELS.track],
  ["judge_recidivism", LABELS.judge],
  ["roll_up_cohorts", LABELS.rollUp],
  ["watch_cases", LABELS.watch],
] as const;

const WRITER = ["elasticsearch:_Writer", LABELS.write] as const;

function ofStep(name: string, operator: string): string {
  return ofOperator(name, `operator_name="${operator}"`);
}

function rate(name: string): string {
  return `sum(rate(${ofOperator(name)}[5m]))`;
}

/** Of a duration the two greatest parts are enough, and have room beside an axis. */
function field(name: string, unit: Unit): NonNullable<CurvePanel["fields"]>[number] {
  return { name, label: name, unit, ...(unit === UNIT.duration ? { decimals: 1 } : {}) };
}

export function job(language: Language): Dashboard {
  const c = context(language);
  const { say } = c;

  const now = (expression: string, label: Text): TargetShape =>
    metrics({ source: JOB_METRICS, expression, name: say(label), instant: true });
  const over = (expression: string, name: string): TargetShape =>
    metrics({ source: JOB_METRICS, expression, name });
  const named = (list: readonly (readonly [string, Text])[], unit: Unit): CurvePanel["fields"] =>
    list.map(([, label]) => field(say(label), unit));
  const rates = (
    id: number,
    text: (typeof TEXT)["written"] | (typeof TEXT)["retried"] | (typeof TEXT)["alertmanager"],
    list: readonly (readonly [string, Text])[],
  ) =>
    stackedBars({
      ...head(say, id, text),
      unit: UNIT.perSecond,
      targets: list.map(([name, label]) => over(rate(name), say(label))),
      fields: named(list, UNIT.perSecond),
    });

  const state = figurePerSeries({
    ...head(say, 2, TEXT.state),
    targets: [
      now(RUNNING_JOBS, LABELS.running),
      now(`max(${ofJob("numRestarts")})`, LABELS.restarts),
      now(`max(${ofJob("runningTime")})`, LABELS.runningTime),
    ],
    fields: [
      {
        name: say(LABELS.running),
        label: say(LABELS.running),
        unit: UNIT.count,
        thresholds: [
          { value: null, color: "red" },
          { value: 1, color: "green" },
        ],
      },
      {
        name: say(LABELS.restarts),
        label: say(LABELS.restarts),
        unit: UNIT.count,
        thresholds: NO_STEPS,
      },
      {
        name: say(LABELS.runningTime),
        label: say(LABELS.runningTime),
        unit: UNIT.duration,
        decimals: 1,
        thresholds: NO_STEPS,
      },
    ],
  });
  const losses = [
    [counter("elasticsearch_poison"), LABELS.poison],
    [counter("elasticsearch_dead_letters_lost"), LABELS.lettersLost],
    [counter("alertmanager_refused"), LABELS.alertsRefused],
    [`max(${ofJob("numberOfFailedCheckpoints")})`, LABELS.failedCheckpoints],
  ] as const;
  const lost = figurePerSeries({
    ...head(say, 3, TEXT.lost),
    targets: losses.map(([expression, label]) => now(expression, label)),
    fields: losses.map(([, label]) => ({
      name: say(label),
      label: say(label),
      unit: UNIT.count,
      thresholds: NONE_WANTED_STEPS,
    })),
  });
  const curve = (
    id: number,
    text: Parameters<typeof head>[2],
    unit: Unit,
    target: TargetShape,
    label?: Text,
    most?: number,
  ) =>
    lines({
      ...head(say, id, text),
      unit,
      ...(most === undefined ? {} : { max: most }),
      targets: [target],
      fields: label === undefined ? [] : [field(say(label), unit)],
    });

  const pending = curve(
    4,
    TEXT.pending,
    UNIT.count,
    over(counter("pendingRecords"), say(LABELS.pending)),
    LABELS.pending,
  );
  const bySteps = (
    id: number,
    text: Parameters<typeof head>[2],
    unit: Unit,
    steps: readonly (readonly [string, Text])[],
    expression: (operator: string) => string,
    most?: number,
  ) =>
    lines({
      ...head(say, id, text),
      unit,
      ...(most === undefined ? {} : { max: most }),
      targets: steps.map(([operator, label]) => over(expression(operator), say(label))),
      fields: named(steps, unit),
    });
  const delay = bySteps(
    5,
    TEXT.delay,
    UNIT.duration,
    STEPS,
    // Before the first event Flink shows the least long there is.
    (operator) => `1000 * time() - min(${ofStep("currentOutputWatermark", operator)} > 0)`,
  );
  const throughput = bySteps(
    6,
    TEXT.rate,
    UNIT.perSecond,
    [...STEPS, WRITER],
    (operator) => `sum(${ofStep("numRecordsInPerSecond", operator)})`,
  );
  const pressure = bySteps(
    7,
    TEXT.pressure,
    UNIT.share,
    STEPS,
    // Only a task knows, and its name is made of those of its operators.
    (operator) =>
      `max(${ofTask("backPressuredTimeMsPerSecond", `task_name=~".*${operator}.*"`)}) / 1000`,
    1,
  );
  const written = rates(8, TEXT.written, [
    ["elasticsearch_indexed", LABELS.indexed],
    ["elasticsearch_stale", LABELS.stale],
    ["elasticsearch_superseded", LABELS.superseded],
  ]);
  const retried = rates(9, TEXT.retried, [
    ["elasticsearch_retried_rejected", LABELS.rejected],
    ["elasticsearch_retried_circuit_breaker", LABELS.circuitBreaker],
    ["elasticsearch_retried_cluster_block", LABELS.clusterBlock],
    ["elasticsearch_retried_unavailable", LABELS.unavailable],
    ["elasticsearch_retried_timeout", LABELS.timeout],
    ["elasticsearch_retried_connection_lost", LABELS.connectionLost],
  ]);
  const alertmanager = rates(10, TEXT.alertmanager, [
    ["alertmanager_accepted", LABELS.accepted],
    ["alertmanager_invalid", LABELS.invalid],
    ["alertmanager_unavailable", LABELS.unavailable],
    ["alertmanager_refused", LABELS.refused],
    ["alertmanager_displaced", LABELS.displaced],
  ]);
  const checkpoints = curve(
    11,
    TEXT.checkpoints,
    UNIT.duration,
    over(`max(${ofJob("lastCheckpointDuration")})`, say(LABELS.duration)),
    LABELS.duration,
  );
  const size = curve(
    12,
    TEXT.size,
    UNIT.bytes,
    over(`max(${ofJob("lastCheckpointFullSize")})`, say(LABELS.size)),
    LABELS.size,
  );
  const heap = curve(
    13,
    TEXT.heap,
    UNIT.share,
    over(
      "flink_taskmanager_Status_JVM_Memory_Heap_Used / flink_taskmanager_Status_JVM_Memory_Heap_Max",
      "{{instance}}",
    ),
    undefined,
    1,
  );

  return board(c, {
    name: "job",
    sources: [JOB_METRICS],
    from: "now-6h",
    sections: [
      {
        id: 1,
        title: say(SECTIONS.now),
        lines: [{ height: 5, panels: [[10, state], [14, lost]] }],
      },
      {
        id: 14,
        title: say(SECTIONS.flow),
        lines: [
          { height: 8, panels: [[12, pending], [12, delay]] },
          { height: 8, panels: [[12, throughput], [12, pressure]] },
        ],
      },
      {
        id: 15,
        title: say(SECTIONS.sinks),
        lines: [{ height: 8, panels: [[8, written], [8, retried], [8, alertmanager]] }],
      },
      {
        id: 16,
        title: say(SECTIONS.machine),
        lines: [{ height: 8, panels: [[8, checkpoints], [8, size], [8, heap]] }],
      },
    ],
  });
}
