import assert from "node:assert/strict";
import { test } from "node:test";
import { TIME_ZONE } from "../panel/bucket";
import { SOURCES } from "../panel/source";
import { alerting } from "../provisioning/alerting";
import { datasources } from "../provisioning/datasources";
import { jobMappings, MADE } from "./made";
import { queriedFields } from "../lint/fields";

interface RuleJson {
  uid: string;
  condition: string;
  dashboardUid: string;
  panelId: number;
  data: { refId: string; datasourceUid: string; model: ModelJson }[];
}

interface ModelJson {
  refId: string;
  query?: string;
  expr?: string;
  type?: string;
  expression?: string;
  timeField?: string;
  bucketAggs?: { type: string; field: string; settings: { timeZone: string } }[];
  metrics?: { type: string; field?: string }[];
}

const RULES = (JSON.parse(JSON.stringify(alerting())) as { groups: { rules: RuleJson[] }[] }).groups.flatMap(
  (group) => group.rules,
);

for (const rule of RULES) {
  test(`${rule.uid} leads to a panel that exists`, () => {
    const dashboard = MADE.find(({ json }) => json.uid === rule.dashboardUid);
    assert.ok(dashboard?.json.panels.some((panel) => panel.id === rule.panelId));
  });

  test(`${rule.uid} is decided by a comparison`, () => {
    const last = rule.data.find((query) => query.refId === rule.condition);
    assert.equal(last?.model.type, "threshold");
  });

  test(`${rule.uid} computes only with results that exist`, () => {
    const known = rule.data.map((query) => query.refId);
    for (const { model } of rule.data.filter((query) => query.datasourceUid === "__expr__")) {
      const named =
        model.type === "math"
          ? [...(model.expression ?? "").matchAll(/\$\$([A-Z])/g)].map((match) => match[1] ?? "")
          : [model.expression ?? ""];
      assert.ok(named.length > 0);
      assert.deepEqual(named.filter((name) => !known.includes(name)), []);
    }
  });

  test(`${rule.uid} asks data sources as Grafana can evaluate it`, () => {
    for (const { datasourceUid, model } of rule.data) {
      const source = SOURCES.find((candidate) => candidate.uid === datasourceUid);
      if (source?.kind === "elasticsearch") {
        const bucket = model.bucketAggs?.at(-1);
        assert.equal(bucket?.type, "date_histogram");
        assert.equal(bucket?.settings.timeZone, TIME_ZONE);
        assert.equal(bucket?.field, source.timeField);
        assert.equal(model.timeField, source.timeField);
        assert.doesNotMatch(model.query ?? "", /\$/);
        const fields = jobMappings().get(source.alias);
        const asked = [
          ...queriedFields(model.query ?? ""),
          ...(model.metrics ?? []).flatMap((metric) => metric.field ?? []),
        ];
        assert.deepEqual(asked.filter((field) => fields?.has(field) !== true), []);
      } else {
        assert.ok(source?.kind === "prometheus" || datasourceUid === "__expr__");
      }
    }
  });
}

test("no rule has the uid of another", () => {
  assert.equal(new Set(RULES.map((rule) => rule.uid)).size, RULES.length);
});

test("every alias and time field has a data source of its own", () => {
  const made = (datasources() as { datasources: { uid: string; name: string }[] }).datasources;
  assert.equal(new Set(made.map((one) => one.uid)).size, SOURCES.length);
  assert.equal(new Set(made.map((one) => one.name)).size, SOURCES.length);
});

test("the time field of every data source is a date of its alias", () => {
  const mappings = jobMappings();
  for (const source of SOURCES) {
    const fields = source.kind === "elasticsearch" ? mappings.get(source.alias) : undefined;
    if (source.kind === "elasticsearch" && fields !== undefined) {
      assert.equal(fields.get(source.timeField), "date", source.uid);
    }
  }
});
