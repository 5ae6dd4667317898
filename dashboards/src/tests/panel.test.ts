import assert from "node:assert/strict";
import { test } from "node:test";
import { DUE, ENOUGH_CASES, maxColumn } from "../dashboard/cohort";
import { TIME_ZONE, terms, time } from "../panel/bucket";
import { column, COUNT, max, percentileColumn, percentiles, rawData, sum } from "../panel/metric";
import { CASES_BY_ISSUE, sourceName } from "../panel/source";
import { documents } from "../panel/target";

test("every metric says what it is, which the SDK leaves open", () => {
  const types = [COUNT, max("a"), sum("a"), percentiles("a", ["50"]), rawData(5)].map(
    (metric) => (metric.make("1").build() as { type: string }).type,
  );
  assert.deepEqual(types, ["count", "max", "sum", "percentiles", "raw_data"]);
});

test("metrics are numbered before the buckets, so that buckets can be ordered by them", () => {
  const made = JSON.parse(
    JSON.stringify(
      documents({
        source: CASES_BY_ISSUE,
        query: "*",
        buckets: [terms("verdict", { orderBy: "1" }), time("issued_at", "1d")],
        metrics: [max("tta_ms"), COUNT],
      })("A").build(),
    ),
  ) as { metrics: { id: string }[]; bucketAggs: { id: string; settings: object }[] };
  assert.deepEqual(made.metrics.map((one) => one.id), ["1", "2"]);
  assert.deepEqual(made.bucketAggs.map((one) => one.id), ["3", "4"]);
  assert.equal((made.bucketAggs[1]?.settings as { timeZone: string }).timeZone, TIME_ZONE);
});

test("a column names its field only where the metric occurs more than once", () => {
  assert.equal(column([COUNT, max("a")], "max", "a"), "Max");
  assert.equal(column([max("a"), max("b")], "max", "b"), "Max b");
  assert.equal(column([COUNT], "count"), "Count");
  assert.equal(maxColumn("on_time"), "Max on_time");
  assert.equal(percentileColumn("ttr_high_ms", "95"), "p95.0 ttr_high_ms");
  assert.throws(() => column([COUNT], "max", "a"), /add the metric/);
});

test("the name of a data source says its alias and its time field", () => {
  assert.equal(sourceName(CASES_BY_ISSUE), "takedown-cases by issued_at");
});

test("cohorts are let in only when they have 20 due cases", () => {
  const condition = ENOUGH_CASES.replaceAll(/(\w+):>=(\d+)/g, "(c.$1 >= $2)")
    .replaceAll("pending:0", "(c.pending === 0)")
    .replaceAll(" AND ", " && ")
    .replaceAll(" OR ", " || ");
  const holds = new Function("c", `return ${condition};`) as (c: Record<string, number>) => boolean;
  const cohort = (pending: number, counts: Record<string, number>): Record<string, number> => {
    const figures = { ...Object.fromEntries(DUE.map((field) => [field, 0])), ...counts };
    const due = Object.values(figures).reduce((total, one) => total + one, 0);
    return { ...figures, pending, eligible: due + pending };
  };
  assert.ok(holds(cohort(0, { on_time: 10, breach: 10 })));
  assert.ok(!holds(cohort(0, { on_time: 10, breach: 9 })));
  assert.ok(holds(cohort(5, { overdue: 20 })));
  assert.ok(!holds(cohort(19, { on_time: 1 })));
  assert.ok(!holds(cohort(1, { on_time: 19, breach: 19 })), "not certain, so left out");
});
