import assert from "node:assert/strict";
import { test } from "node:test";
import { compilePanel, toLines, type Surroundings } from "./compile";
import { readDataSources } from "./datasource";
import type { Panel, Target } from "./model";
import { single, type Chosen } from "./variables";

const SOURCES = readDataSources(`
apiVersion: 1
datasources:
  - name: cases
    uid: cases
    type: elasticsearch
    jsonData: { index: takedown-cases, timeField: issued_at, timeInterval: 1h }
  - name: alerts
    uid: alerts
    type: elasticsearch
    jsonData: { index: takedown-alerts, timeField: starts_at }
  - name: metrics
    uid: metrics
    type: prometheus
`);

const RANGE = '{"range":{"issued_at":{"format":"epoch_millis","gte":1000,"lte":86401000}}}';
const CASES_HEADER =
  '{"ignore_unavailable":true,"index":"takedown-cases","search_type":"query_then_fetch"}';

function surroundings(variables: Record<string, Chosen> = {}): Surroundings {
  return {
    range: { from: 1000, to: 86_401_000 },
    variables: new Map([["ds", single("cases")], ...Object.entries(variables)]),
    sources: SOURCES,
  };
}

function panel(...targets: readonly Target[]): Panel {
  return {
    id: 1,
    type: "table",
    gridPos: { x: 0, y: 0, w: 12, h: 8 },
    datasource: { type: "elasticsearch", uid: "${ds}" },
    targets,
  };
}

function linesOf(target: Partial<Target>, around = surroundings()): readonly string[] {
  const asked = panel({ refId: "A", ...target });
  return compilePanel(asked, around).flatMap((batch) =>
    toLines(batch.searches).trimEnd().split("\n"),
  );
}

test("a count over time is asked with the automatic interval and the zone of Vietnam", () => {
  assert.deepEqual(
    linesOf({
      query: "verdict:BREACH",
      metrics: [{ id: "1", type: "count" }],
      bucketAggs: [
        {
          id: "2",
          type: "date_histogram",
          field: "issued_at",
          settings: { interval: "auto", min_doc_count: "0", timeZone: "Asia/Ho_Chi_Minh" },
        },
      ],
    }),
    [
      CASES_HEADER,
      '{"aggs":{"2":{"date_histogram":{"extended_bounds":{"max":86401000,"min":1000},' +
        '"field":"issued_at","fixed_interval":"3600000ms","format":"epoch_millis",' +
        '"min_doc_count":0,"time_zone":"Asia/Ho_Chi_Minh"}}},' +
        `"query":{"bool":{"filter":[${RANGE},` +
        '{"query_string":{"analyze_wildcard":true,"query":"verdict:BREACH"}}]}},"size":0}',
    ],
  );
});

test("months are calendar months and a blank query leaves the range alone", () => {
  const [, body] = linesOf({
    query: " ",
    metrics: [{ id: "1", type: "max", field: "compliance_low" }],
    bucketAggs: [{ id: "2", type: "date_histogram", field: "start", settings: { interval: "1M" } }],
  });

  assert.match(String(body), /"calendar_interval":"1M"/);
  assert.match(String(body), new RegExp(`"filter":${RANGE.replaceAll(/[{}]/g, "\\$&")}`));
});

test("terms ordered by a percentile carry that metric without its settings", () => {
  const [, body] = linesOf({
    metrics: [
      { id: "1", type: "percentiles", field: "ttr_high_ms", settings: { percents: ["50", "95"] } },
    ],
    bucketAggs: [
      { id: "3", type: "terms", field: "provider_id", settings: { size: "0", orderBy: "1[95.0]" } },
      { id: "4", type: "terms", field: "category", settings: { size: "20", min_doc_count: "1" } },
    ],
  });

  assert.equal(
    JSON.stringify(JSON.parse(String(body)).aggs),
    '{"3":{"aggs":{"1":{"percentiles":{"field":"ttr_high_ms"}},"4":{"aggs":{"1":{"percentiles":' +
      '{"field":"ttr_high_ms","percents":["50","95"]}}},"terms":{"field":"category",' +
      '"min_doc_count":1,"order":{"_key":"desc"},"size":20}}},"terms":{"field":"provider_id",' +
      '"order":{"1[95.0]":"desc"},"size":500}}}',
  );
});

test("filters are asked by label, and by their query without one", () => {
  const [, body] = linesOf({
    metrics: [{ id: "1", type: "count" }],
    bucketAggs: [
      {
        id: "2",
        type: "filters",
        settings: { filters: [{ label: "all", query: "*" }, { query: "state:HELD" }] },
      },
    ],
  });

  assert.equal(
    JSON.stringify(JSON.parse(String(body)).aggs),
    '{"2":{"filters":{"filters":{"all":{"query_string":{"analyze_wildcard":true,"query":"*"}},' +
      '"state:HELD":{"query_string":{"analyze_wildcard":true,"query":"state:HELD"}}}}}}',
  );
});

test("raw data are asked newest first with their time field", () => {
  const [, body] = linesOf({
    query: "*",
    metrics: [{ id: "1", type: "raw_data", settings: { size: "50" } }],
    bucketAggs: [],
  });

  assert.equal(
    body,
    '{"docvalue_fields":["issued_at"],"fields":[{"field":"issued_at",' +
      '"format":"strict_date_optional_time_nanos"}],' +
      `"query":{"bool":{"filter":[${RANGE},` +
      '{"query_string":{"analyze_wildcard":true,"query":"*"}}]}},"script_fields":{},"size":50,' +
      '"sort":[{"issued_at":{"order":"desc","unmapped_type":"boolean"}},{"_doc":{"order":"desc"}}]}',
  );
});

test("variables become lists in queries and plain text in fields", () => {
  const [, body] = linesOf(
    {
      query: "provider_id:$provider AND category:$category",
      metrics: [{ id: "1", type: "count" }],
      bucketAggs: [{ id: "2", type: "terms", field: "$field", settings: { orderBy: "_count" } }],
    },
    surroundings({
      provider: { kind: "values", values: ["a-b", "c"], multi: true },
      category: { kind: "all", text: "*" },
      field: single("verdict"),
    }),
  );
  const made = JSON.parse(String(body)) as {
    query: { bool: { filter: [unknown, { query_string: { query: string } }] } };
    aggs: unknown;
  };

  assert.equal(
    made.query.bool.filter[1].query_string.query,
    'provider_id:("a\\-b" OR "c") AND category:*',
  );
  assert.deepEqual(made.aggs, {
    2: { terms: { field: "verdict", order: { _count: "desc" }, size: 500 } },
  });
});

test("targets of one data source go in one request, hidden ones not at all", () => {
  const count = {
    metrics: [{ id: "1", type: "count" }],
    bucketAggs: [{ id: "2", type: "terms", field: "kind" }],
  };
  const batches = compilePanel(
    panel(
      { refId: "A", ...count },
      { refId: "B", ...count, datasource: { uid: "alerts" } },
      { refId: "C", ...count },
      { refId: "D", ...count, hide: true },
    ),
    surroundings(),
  );

  assert.deepEqual(
    batches.map((batch) => [batch.source.uid, batch.searches.map((search) => search.target.refId)]),
    [
      ["cases", ["A", "C"]],
      ["alerts", ["B"]],
    ],
  );
});

for (const [what, target, said] of [
  [
    "a metric of an unknown type",
    {
      metrics: [{ id: "1", type: "unknown" }],
      bucketAggs: [{ id: "2", type: "terms", field: "a" }],
    },
    /"unknown" is not known/,
  ],
  [
    "a total without a bucket",
    { metrics: [{ id: "1", type: "count" }], bucketAggs: [] },
    /missing metrics and aggregations/,
  ],
  [
    "a variable that there is not",
    { query: "a:$none", metrics: [{ id: "1", type: "count" }] },
    /\$none in "a:\$none" is no variable/,
  ],
  [
    "a data source that is not provisioned",
    { datasource: { uid: "none" } },
    /no data source with uid "none"/,
  ],
  ["a query of Prometheus", { datasource: { uid: "metrics" } }, /asks metrics, not Elasticsearch/],
] as const) {
  test(`${what} is refused`, () => {
    assert.throws(() => linesOf(target as Partial<Target>), said);
  });
}
