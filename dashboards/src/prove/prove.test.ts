import assert from "node:assert/strict";
import { test } from "node:test";
import { column, type Frame } from "../query/frame";
import type { Panel } from "../query/model";
import { configured } from "../query/overrides";
import type { Shown } from "../query/show";
import { transformed } from "../query/transformations";
import { strayNames } from "./columns";
import { differences } from "./expectation";
import { mutants } from "./mutation";

const PANEL: Panel = {
  id: 1,
  type: "table",
  gridPos: { x: 0, y: 0, w: 12, h: 8 },
  targets: [
    {
      refId: "A",
      query: "provider_id:x AND NOT _exists_:first_down_at",
      bucketAggs: [
        { id: "2", type: "terms", field: "verdict" },
        {
          id: "3",
          type: "filters",
          settings: { filters: [{ label: "held", query: "state:HELD" }] },
        },
      ],
      metrics: [{ id: "1", type: "max", field: "removals" }],
    },
  ],
  transformations: [{ id: "filterFieldsByName", options: { include: { names: ["Max"] } } }],
  fieldConfig: {
    overrides: [
      {
        matcher: { id: "byName", options: "Max" },
        properties: [{ id: "displayName", value: "Removals" }],
      },
    ],
  },
};

const FOUND: readonly Frame[] = [
  {
    refId: "A",
    fields: [column("verdict", ["BREACH", "ON_TIME"]), column("Max", [3, null])],
  },
];

function shown(panel: Panel): Shown {
  return {
    panel,
    answered: [],
    found: FOUND,
    shown: configured(transformed(FOUND, panel.transformations), panel.fieldConfig),
  };
}

test("each name of a field is spoilt once", () => {
  assert.deepEqual(
    mutants(PANEL, () => true).map((mutant) => mutant.place),
    [
      "A: query provider_id_spoilt:x AND NOT _exists_:first_down_at",
      "A: query provider_id:x AND NOT _exists_:first_down_at_spoilt",
      'A: bucket "verdict_spoilt"',
      'A: bucket [{"label":"held","query":"state_spoilt:HELD"}]',
      "A: metric max removals_spoilt",
      "transformation filterFieldsByName include.names.0",
      "override Max",
    ],
  );
});

test("a name that no column has is found, in transformations and in overrides", () => {
  assert.deepEqual(strayNames(shown(PANEL), new Set()), []);
  const stray = mutants(PANEL, () => true)
    .slice(-2)
    .flatMap((mutant) => strayNames(shown(mutant.panel), new Set()));

  assert.match(stray.join("\n"), /a transformation names "Max_spoilt"/);
  assert.match(stray.join("\n"), /the override byName "Max_spoilt" meets no field/);
});

test("rows are compared in any order, numbers to a tolerance, absent ones exactly", () => {
  assert.deepEqual(differences(shown(PANEL), { rows: [[null], [3]] }), []);
  assert.deepEqual(differences(shown(PANEL), { rows: [[null], [3.1]], tolerance: 0.05 }), []);
  assert.match(differences(shown(PANEL), { rows: [[null], [3.1]] })[0] ?? "", /\[3\] instead of/);
  assert.match(
    differences(shown(PANEL), { rows: [[0], [3]] })[0] ?? "",
    /\[null\] instead of \[0\]/,
  );
  assert.match(differences(shown(PANEL), { rows: [[3]] })[0] ?? "", /2 rows instead of 1/);
});
