import assert from "node:assert/strict";
import { test } from "node:test";
import { framesOf } from "./answer";
import type { Search } from "./compile";
import { displayName, type Frame } from "./frame";
import type { Json } from "./json";
import type { Target } from "./model";

function frames(target: Partial<Target>, answer: Json): readonly Frame[] {
  const search: Search = {
    target: { refId: "A", ...target },
    source: {
      kind: "elasticsearch",
      uid: "cases",
      name: "cases",
      index: "takedown-cases",
      timeField: "issued_at",
      leastInterval: undefined,
    },
    header: {},
    body: {},
  };
  return framesOf(search, answer);
}

function table(frame: Frame | undefined): Json {
  return Object.fromEntries(
    (frame?.fields ?? []).map((field) => [displayName(field), field.values]),
  );
}

test("terms in filters become one table with a column for each bucket and metric", () => {
  const found = frames(
    {
      bucketAggs: [
        { id: "2", type: "filters" },
        { id: "3", type: "terms", field: "provider_id" },
      ],
      metrics: [
        { id: "1", type: "count" },
        { id: "4", type: "percentiles", field: "ttr_high_ms" },
        { id: "5", type: "max", field: "removals" },
      ],
    },
    {
      aggregations: {
        2: {
          buckets: {
            open: {
              doc_count: 3,
              3: {
                buckets: [
                  { key: "a", doc_count: 2, 4: { values: { "50.0": 7 } }, 5: { value: 1 } },
                  { key: "b", doc_count: 1, 4: { values: { "50.0": null } }, 5: { value: null } },
                ],
              },
            },
          },
        },
      },
    },
  );

  assert.deepEqual(table(found[0]), {
    filter: ["open", "open"],
    provider_id: ["a", "b"],
    Count: [2, 1],
    // Grafana's tables show a percentile of nothing as 0.
    "p50.0 ttr_high_ms": [7, 0],
    Max: [1, null],
  });
});

test("metrics of the same type are told apart by their field", () => {
  const found = frames(
    {
      bucketAggs: [{ id: "3", type: "terms", field: "start" }],
      metrics: [
        { id: "1", type: "max", field: "issued" },
        { id: "2", type: "max", field: "breach" },
      ],
    },
    {
      aggregations: {
        3: { buckets: [{ key: 5, doc_count: 1, 1: { value: 8 }, 2: { value: 2 } }] },
      },
    },
  );

  assert.deepEqual(table(found[0]), { start: [5], "Max issued": [8], "Max breach": [2] });
});

test("a date histogram becomes one series for each term, named by its labels", () => {
  const answer = {
    aggregations: {
      2: {
        buckets: [
          {
            key: "BREACH",
            3: {
              buckets: [
                { key: 10, doc_count: 4 },
                { key: 20, doc_count: 0 },
              ],
            },
          },
          { key: "ON_TIME", 3: { buckets: [{ key: 10, doc_count: 1 }] } },
        ],
      },
    },
  };
  const target = {
    bucketAggs: [
      { id: "2", type: "terms", field: "verdict" },
      { id: "3", type: "date_histogram", field: "issued_at" },
    ],
    metrics: [{ id: "1", type: "count" }],
  };

  const plain = frames(target, answer);
  const named = frames({ ...target, alias: "cases {{verdict}} ({{metric}})" }, answer);

  assert.deepEqual(plain.map(table), [
    { Time: [10, 20], BREACH: [4, 0] },
    { Time: [10], ON_TIME: [1] },
  ]);
  assert.deepEqual(
    named.map((frame) => frame.name),
    ["cases BREACH (Count)", "cases ON_TIME (Count)"],
  );
});

test("several metrics over time carry the metric and the field in their names", () => {
  const found = frames(
    {
      bucketAggs: [{ id: "3", type: "date_histogram", field: "start" }],
      metrics: [
        { id: "1", type: "max", field: "issued" },
        { id: "2", type: "percentiles", field: "ttr" },
      ],
    },
    {
      aggregations: {
        3: {
          buckets: [{ key: 10, doc_count: 1, 1: { value: 8 }, 2: { values: { "90.0": null } } }],
        },
      },
    },
  );

  assert.deepEqual(found.map(table), [
    { Time: [10], "Max issued": [8] },
    { Time: [10], "p90.0 ttr": [null] },
  ]);
});

test("raw data keep other instants as text and add what belongs to a hit", () => {
  const found = frames(
    { metrics: [{ id: "1", type: "raw_data" }], bucketAggs: [] },
    {
      hits: {
        hits: [
          {
            _id: "x/1",
            _index: "takedown-cases-000001",
            sort: [1],
            _source: {
              state: "HELD",
              issued_at: "1970-01-01T00:00:01.000Z",
              due_at: "1970-01-02T00:00:00.000Z",
            },
          },
        ],
      },
    },
  );

  assert.deepEqual(table(found[0]), {
    issued_at: [1000],
    _id: ["x/1"],
    _index: ["takedown-cases-000001"],
    _type: [null],
    due_at: ["1970-01-02T00:00:00.000Z"],
    highlight: [null],
    sort: ["[1]"],
    state: ["HELD"],
  });
});

test("what Elasticsearch refuses is an error with its reason", () => {
  assert.throws(
    () => frames({}, { error: { reason: "no such field" }, status: 400 }),
    /refuses target A: .*no such field/,
  );
});
