import assert from "node:assert/strict";
import { test } from "node:test";
import { alternatives, spoiltExpressions } from "./promql";

test("each name of an expression is spoilt once", () => {
  assert.deepEqual(
    spoiltExpressions(
      'sum by (task, host) (rate(flink_in{job="a",task=~"b.*|c"}[5m])) / flink_out',
    ).map((spoilt) => spoilt.expression),
    [
      'sum by (task, host) (rate(flink_in_spoilt{job="a",task=~"b.*|c"}[5m])) / flink_out',
      'sum by (task, host) (rate(flink_in{job="a",task=~"b.*|c"}[5m])) / flink_out_spoilt',
      'sum by (task, host) (rate(flink_in{job_spoilt="a",task=~"b.*|c"}[5m])) / flink_out',
      'sum by (task, host) (rate(flink_in{job="a_spoilt",task=~"b.*|c"}[5m])) / flink_out',
      'sum by (task, host) (rate(flink_in{job="a",task_spoilt=~"b.*|c"}[5m])) / flink_out',
      'sum by (task, host) (rate(flink_in{job="a",task=~"b.*|c_spoilt"}[5m])) / flink_out',
      'sum by (task_spoilt, host) (rate(flink_in{job="a",task=~"b.*|c"}[5m])) / flink_out',
      'sum by (task, host_spoilt) (rate(flink_in{job="a",task=~"b.*|c"}[5m])) / flink_out',
    ],
  );
});

test("patterns of several alternatives are found", () => {
  assert.deepEqual(alternatives('flink_in{job="a",task=~"b.*|c",host=~"d.*"}'), ['task=~"b.*|c"']);
});
