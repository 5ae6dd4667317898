import assert from "node:assert/strict";
import { test } from "node:test";
import type { Surroundings } from "./compile";
import { readDataSources } from "./datasource";
import { metricFrames } from "./metricframes";
import { instantQuery, metricQueries, type MetricQuery } from "./metricquery";
import type { Panel, Target } from "./model";

const AROUND: Surroundings = {
  range: { from: 1_000_000_007_000, to: 1_000_021_607_000 },
  variables: new Map(),
  sources: readDataSources(`
datasources:
  - name: metrics
    uid: metrics
    type: prometheus
    jsonData: { timeInterval: 30s }
`),
};

function panel(target: Target): Panel {
  return {
    id: 1,
    type: "timeseries",
    gridPos: { x: 0, y: 0, w: 12, h: 8 },
    datasource: { type: "prometheus", uid: "metrics" },
    targets: [target],
  };
}

function answered(...result: readonly object[]): never {
  return { status: "success", data: { result } } as never;
}

const UP: Target = { refId: "A", expr: "up", legendFormat: "{{ job }} up" };

test("a curve is asked in whole steps that are not shorter than the scrapes", () => {
  assert.deepEqual(
    metricQueries(panel(UP), AROUND).map(({ path, expression, parameters }) => [
      path,
      expression,
      parameters,
    ]),
    [["/api/v1/query_range", "up", { start: 999_999_990, end: 1_000_021_590, step: 30 }]],
  );
});

test("a figure is asked for at the end of the range", () => {
  assert.deepEqual(
    metricQueries(panel({ ...UP, instant: true }), AROUND).map((query) => [
      query.path,
      query.parameters,
    ]),
    [["/api/v1/query", { time: 1_000_021_607 }]],
  );
});

test("each series is named by the legend, and broken where a step is missing", () => {
  const query: MetricQuery = {
    ...instantQuery(UP, "up", 0),
    path: "/api/v1/query_range",
    parameters: { step: 30 },
  };
  const [frame] = metricFrames(
    query,
    answered({
      metric: { job: "flink" },
      values: [
        [30, "1"],
        [60, "NaN"],
        [180, "2.5"],
      ],
    }),
  );

  assert.equal(frame?.name, "flink up");
  assert.deepEqual(
    frame?.fields.map((field) => field.values),
    [
      [30_000, 60_000, 90_000, 180_000],
      [1, null, null, 2.5],
    ],
  );
});

test("a figure has one row", () => {
  const [frame] = metricFrames(
    instantQuery(UP, "up", 0),
    answered({ metric: { job: "flink" }, value: [1.5, "7"] }),
  );

  assert.deepEqual(
    frame?.fields.map((field) => field.values),
    [[1500], [7]],
  );
});

test("a refusal and a label that no series has are errors", () => {
  const query = instantQuery(UP, "up(", 0);

  assert.throws(
    () => metricFrames(query, { status: "error", error: "parse error" }),
    /refuses target A: parse error in up\(/,
  );
  assert.throws(
    () => metricFrames(query, answered({ metric: {}, value: [1, "1"] })),
    /\{\{ job \}\} in the legend of target A is no label/,
  );
});
