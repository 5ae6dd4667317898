import assert from "node:assert/strict";
import { test } from "node:test";
import { RULES } from "../lint";
import { mapping, queriedFields, wrongFields } from "../lint/fields";
import type { DashboardJson } from "../lint/model";
import { copy, jobMappings, MADE } from "./made";

type Damage = (dashboard: DashboardJson) => void;

function made(name: string): DashboardJson {
  const found = MADE.find((candidate) => candidate.name === name && candidate.language === "vi");
  assert.ok(found !== undefined);
  return copy(found.json);
}

function broken(name: string, damage: Damage): string[] {
  const dashboard = made(name);
  damage(dashboard);
  return RULES.filter((rule) => rule.check(dashboard).length > 0).map((rule) => rule.name);
}

function panel(dashboard: DashboardJson, id: number): DashboardJson["panels"][number] {
  const found = dashboard.panels.find((candidate) => candidate.id === id);
  assert.ok(found !== undefined);
  return found;
}

const DAMAGES: readonly (readonly [rule: string, board: string, damage: Damage])[] = [
  ["template-datasource", "overview", (d) => { d.templating.list[0]!.hide = 0; }],
  ["panel-datasource", "overview", (d) => { d.templating.list.shift(); }],
  ["panel-title-description", "overview", (d) => { panel(d, 2).description = ""; }],
  ["panel-units", "overview", (d) => { delete panel(d, 2).fieldConfig!.defaults.unit; }],
  ["panel-no-targets", "overview", (d) => { panel(d, 2).targets = []; }],
  ["uneditable-dashboard", "overview", (d) => { d.editable = true; }],
  ["template-on-time-change-reload", "provider", (d) => {
    d.templating.list.filter((variable) => variable.type === "query")[0]!.refresh = 1;
  }],
  ["panel-ids", "overview", (d) => { panel(d, 2).id = 3; }],
  ["panel-places", "overview", (d) => { panel(d, 2).gridPos.x = 20; }],
  ["vietnam-time", "overview", (d) => { d.timezone = "browser"; }],
  ["gentle-refresh", "overview", (d) => { d.refresh = "10s"; }],
  ["links-keep-place", "overview", (d) => { d.links[0]!.keepTime = false; }],
  ["newest-and-not-last-known", "overview", (d) => {
    panel(d, 2).options!.reduceOptions!.calcs = ["lastNotNull"];
  }],
  ["known-aggregations", "overview", (d) => { panel(d, 3).targets![0]!.metrics![0]!.type = "unknown"; }],
  ["unique-aggregation-ids", "overview", (d) => { panel(d, 3).targets![0]!.metrics![0]!.id = "2"; }],
  ["buckets-or-documents", "overview", (d) => { panel(d, 3).targets![0]!.bucketAggs = []; }],
  ["time-zone-in-every-histogram", "overview", (d) => {
    delete panel(d, 8).targets![0]!.bucketAggs![0]!.settings!.timeZone;
  }],
  ["one-time-field-per-source", "overview", (d) => { panel(d, 8).targets![0]!.timeField = "updated_at"; }],
  ["all-providers", "league", (d) => { panel(d, 5).targets![0]!.bucketAggs![0]!.settings!.size = "10"; }],
  ["ordered-on-purpose", "league", (d) => {
    panel(d, 5).targets![0]!.bucketAggs![0]!.settings!.orderBy = "_term";
  }],
  ["no-percentile-of-nothing", "blocking", (d) => {
    panel(d, 4).targets![0]!.query = "action:BLOCK";
  }],
  ["one-cohort-per-row", "overview", (d) => { panel(d, 3).targets![0]!.query = "provider_id:_all"; }],
  ["one-cohort-per-row", "overview", (d) => { panel(d, 3).targets![0]!.query = "period:MONTH"; }],
  ["states-without-time-range", "overview", (d) => { delete panel(d, 2).timeFrom; }],
  ["no-secrets", "breaches", (d) => { panel(d, 4).targets![0]!.datasource.uid = "${ds_cases_by_issue}"; }],
  ["all-means-all", "breaches", (d) => {
    delete d.templating.list.filter((variable) => variable.type === "query")[0]!.allValue;
  }],
  ["explained", "overview", (d) => { panel(d, 2).description = "Tuân thủ"; }],
  ["ratios-explained", "overview", (d) => { panel(d, 2).description = "Tuân thủ"; }],
  ["ratios-with-n", "overview", (d) => { panel(d, 2).fieldConfig!.overrides.pop(); }],
  ["not-colour-alone", "overview", (d) => { panel(d, 2).fieldConfig!.overrides.splice(1, 1); }],
  ["no-value-is-said", "overview", (d) => { panel(d, 2).fieldConfig!.defaults.noValue = ""; }],
];

for (const [rule, board, damage] of DAMAGES) {
  test(`${rule} notices what is wrong in ${board}`, () => {
    assert.ok(broken(board, damage).includes(rule), `${rule} said nothing`);
  });
}

test("every rule is seen to fail", () => {
  const shown = new Set(DAMAGES.map(([rule]) => rule));
  assert.deepEqual(RULES.map((rule) => rule.name).filter((name) => !shown.has(name)), []);
});

test("a wrong field name in any one place is noticed", () => {
  const mappings = jobMappings();
  const dashboard = made("overview");
  panel(dashboard, 10).targets![0]!.query = "kindd:SLA_BREACH";
  assert.match(wrongFields(dashboard, mappings).join(), /no field kindd/);
  const other = made("overview");
  panel(other, 10).targets![0]!.bucketAggs![0]!.field = "summary_vi";
  assert.match(wrongFields(other, mappings).join(), /does not fit summary_vi/);
});

test("names of fields are found in a query", () => {
  assert.deepEqual(
    queriedFields('a:1 AND (b:>=2 OR NOT c:("x:y" OR z)) AND _exists_:d AND e:["${f}-01" TO "g"}'),
    ["a", "b", "c", "e", "d"],
  );
});

test("a template's fields are found with those inside of objects", () => {
  const fields = mapping('{"properties":{"a":{"type":"date"},"b":{"properties":{"c":{"type":"long"}}}}}');
  assert.deepEqual([...fields], [["a", "date"], ["b.c", "long"]]);
});
