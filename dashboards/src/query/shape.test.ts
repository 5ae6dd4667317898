import assert from "node:assert/strict";
import { test } from "node:test";
import { instant, rangeOf } from "./clock";
import { column, displayName, type Frame } from "./frame";
import { automaticInterval } from "./interval";
import type { Json } from "./json";
import { fieldsNamed } from "./lucene";
import { configured } from "./overrides";
import { reduced } from "./reduce";
import { transformed } from "./transformations";

function frame(refId: string, columns: Record<string, readonly (string | number | null)[]>): Frame {
  return { refId, fields: Object.entries(columns).map(([name, values]) => column(name, values)) };
}

function shown(frames: readonly Frame[]): Json {
  return frames.map((held) =>
    Object.fromEntries(held.fields.map((field) => [displayName(field), field.values])),
  );
}

test("organize hides, orders and renames columns", () => {
  const found = transformed(
    [frame("A", { provider_id: ["a"], Count: [2], Max: [1] })],
    [
      {
        id: "organize",
        options: {
          excludeByName: { Max: true },
          indexByName: { Count: 0, provider_id: 1 },
          renameByName: { Count: "Cases" },
        },
      },
    ],
  );

  assert.deepEqual(shown(found), [{ Cases: [2], provider_id: ["a"] }]);
});

test("an outer join keeps every key, an inner one the common ones", () => {
  const frames = [
    frame("A", { provider_id: ["a", "b"], Count: [1, 2] }),
    frame("B", { provider_id: ["b", "c"], Max: [20, 30] }),
  ];
  const join = (mode: string): Json =>
    shown(transformed(frames, [{ id: "joinByField", options: { byField: "provider_id", mode } }]));

  assert.deepEqual(join("outer"), [
    { provider_id: ["a", "b", "c"], Count: [1, 2, null], Max: [null, 20, 30] },
  ]);
  assert.deepEqual(join("inner"), [{ provider_id: ["b"], Count: [2], Max: [20] }]);
});

test("a quotient by nothing is no value", () => {
  const found = transformed(
    [frame("A", { late: [1, 0], due: [4, 0] })],
    [
      {
        id: "calculateField",
        options: {
          mode: "binary",
          alias: "share",
          binary: { left: "late", operator: "/", right: "due" },
          replaceFields: true,
        },
      },
    ],
  );

  assert.deepEqual(shown(found), [{ share: [0.25, null] }]);
});

test("the greatest of no values is no value, their sum is nothing", () => {
  const add = (reducer: string): Json =>
    shown(
      transformed(
        [frame("A", { a: [1, null], b: [2, null] })],
        [
          {
            id: "calculateField",
            options: { mode: "reduceRow", alias: "all", reduce: { include: ["a"], reducer } },
          },
          { id: "filterFieldsByName", options: { include: { names: ["all"] } } },
        ],
      ),
    );

  assert.deepEqual(add("max"), [{ all: [1, null] }]);
  assert.deepEqual(add("sum"), [{ all: [1, 0] }]);
});

test("a search that finds nothing passes through all transformations", () => {
  const found = transformed(
    [{ refId: "A", fields: [] }],
    [
      {
        id: "calculateField",
        options: { mode: "reduceRow", alias: "all", reduce: { include: ["a"], reducer: "sum" } },
      },
      {
        id: "filterByValue",
        options: { filters: [{ fieldName: "a", config: { id: "greaterOrEqual", options: {} } }] },
      },
    ],
  );

  assert.deepEqual(shown(found), [{}]);
});

test("an unknown transformation is refused", () => {
  assert.throws(() => transformed([], [{ id: "sparkle" }]), /"sparkle" is not known here/);
});

test("overrides find a column by the name of the result and rename it", () => {
  const [found] = configured([frame("A", { Count: [2], Max: [1] })], {
    defaults: { unit: "none" },
    overrides: [
      {
        matcher: { id: "byName", options: "Count" },
        properties: [
          { id: "displayName", value: "Cases" },
          { id: "custom.width", value: 80 },
        ],
      },
    ],
  });

  assert.deepEqual(
    found?.fields.map((field) => field.config),
    [{ unit: "none", displayName: "Cases", custom: { width: 80 } }, { unit: "none" }],
  );
});

test("an override without a value takes a default away", () => {
  const [found] = configured([frame("A", { Count: [2] })], {
    defaults: { max: 1, unit: "percentunit" },
    overrides: [
      { matcher: { id: "byName", options: "Count" }, properties: [{ id: "max", value: null }] },
    ],
  });

  assert.deepEqual(found?.fields[0]?.config, { unit: "percentunit" });
});

test("rows are kept by their values and frames are changed by their letters", () => {
  const found = transformed(
    [frame("A", { id: ["a", "b"], Count: [30, 5] }), frame("B", { id: ["a"], Count: [3] })],
    [
      {
        id: "organize",
        filter: { id: "byRefId", options: "B" },
        options: { renameByName: { Count: "late" } },
      },
      { id: "joinByField", options: { byField: "id", mode: "outer" } },
      {
        id: "filterByValue",
        options: {
          type: "include",
          match: "any",
          filters: [
            { fieldName: "Count", config: { id: "greaterOrEqual", options: { value: 20 } } },
          ],
        },
      },
    ],
  );

  assert.deepEqual(shown(found), [{ id: ["a"], Count: [30], late: [3] }]);
});

test("a stat shows the newest row and not an older one in its place", () => {
  const frames = [frame("A", { Max: [3, null] })];

  assert.equal(reduced(frames, { reduceOptions: { calcs: ["last"] } })[0]?.value, null);
  assert.equal(reduced(frames, { reduceOptions: { calcs: ["lastNotNull"] } })[0]?.value, 3);
});

test("the fields of a query are found outside of quotes, ranges and patterns", () => {
  assert.deepEqual(
    fieldsNamed(
      'verdict:(BREACH OR OVERDUE) AND NOT _exists_:first_down_at AND due_at:[* TO now] AND a.b:"c:d" AND e:>5 AND f:/x:y/',
    ),
    ["verdict", "first_down_at", "due_at", "a.b", "e", "f"],
  );
  assert.deepEqual(fieldsNamed("*"), []);
  assert.throws(() => fieldsNamed("BREACH"), /names no field/);
});

test("times are rounded to days, months and years in Vietnam", () => {
  const now = Date.parse("2026-03-31T18:30:00.000Z");

  assert.equal(new Date(instant("now/d", now, false)).toISOString(), "2026-03-31T17:00:00.000Z");
  assert.equal(new Date(instant("now-1M/M", now, true)).toISOString(), "2026-03-31T16:59:59.999Z");
  assert.equal(new Date(instant("now-1y/y", now, false)).toISOString(), "2024-12-31T17:00:00.000Z");
  assert.equal(instant("now-28d", now, false), now - 28 * 86_400_000);
});

test("a panel with a look-back of its own ends now", () => {
  const panel = { id: 1, type: "stat", gridPos: { x: 0, y: 0, w: 4, h: 4 }, timeFrom: "1h" };

  assert.deepEqual(rangeOf(panel, { from: 1, to: 2 }, 7_200_000), {
    from: 3_600_000,
    to: 7_200_000,
  });
});

test("the automatic interval is a usual step and not below the least one", () => {
  assert.equal(automaticInterval(86_400_000, 744, 1), 120_000);
  assert.equal(automaticInterval(86_400_000, 744, 3_600_000), 3_600_000);
});
