import assert from "node:assert/strict";
import { test } from "node:test";
import Ajv from "ajv";
import { parse } from "yaml";
import { generatedFiles, ROOT } from "../generated";
import { copy, MADE, schema } from "./made";

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const isDashboard = ajv.compile(schema("dashboard"));
const isProvisioning = ajv.compile(schema("provisioning"));

for (const { name, language, json } of MADE) {
  test(`${name} (${language}) has the shape that Grafana loads`, () => {
    isDashboard(json);
    assert.deepEqual(isDashboard.errors ?? [], []);
  });
}

for (const file of generatedFiles().filter((made) => made.path.endsWith(".yaml"))) {
  test(`${file.path.slice(ROOT.length + 1)} has the shape that Grafana loads`, () => {
    isProvisioning(parse(file.content));
    assert.deepEqual(isProvisioning.errors ?? [], []);
  });
}

test("a metric of the type unknown is refused", () => {
  const first = MADE[0];
  assert.ok(first !== undefined);
  const dashboard = copy(first.json);
  const metric = dashboard.panels.flatMap((panel) => panel.targets ?? [])[0]?.metrics?.[0];
  assert.ok(metric !== undefined);
  metric.type = "unknown";
  assert.equal(isDashboard(dashboard), false);
});

test("a secret in plain text is refused", () => {
  const file = generatedFiles().find((made) => made.path.endsWith("datasources/takedown.yaml"));
  assert.ok(file !== undefined);
  assert.equal(isProvisioning(parse(file.content.replaceAll("$TAKEDOWN_ELASTICSEARCH_API_KEY", "abc"))), false);
});
