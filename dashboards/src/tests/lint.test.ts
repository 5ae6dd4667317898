import assert from "node:assert/strict";
import { test } from "node:test";
import { RULES } from "../lint";
import { wrongFields } from "../lint/fields";
import { jobMappings, MADE } from "./made";

for (const { name, language, json } of MADE) {
  for (const rule of RULES) {
    test(`${name} (${language}) keeps to ${rule.name}`, () => {
      assert.deepEqual(rule.check(json), []);
    });
  }

  test(`${name} (${language}) asks for fields that the job writes`, () => {
    assert.deepEqual(wrongFields(json, jobMappings()), []);
  });
}

test("no uid and no title is used twice", () => {
  const uids = MADE.map(({ json }) => json.uid);
  assert.equal(new Set(uids).size, uids.length);
  const titles = MADE.map(({ language, json }) => `${language} ${json.title}`);
  assert.equal(new Set(titles).size, titles.length);
});

test("every link between dashboards leads to one of the same language", () => {
  for (const { name, language, json } of MADE) {
    const uids = MADE.filter((made) => made.language === language).map((made) => made.json.uid);
    const links = [...JSON.stringify(json).matchAll(/\/d\/([a-z-]+)/g)].map((match) => match[1]);
    assert.ok(links.length > 0, `${name} leads nowhere`);
    assert.deepEqual(
      links.filter((uid) => !uids.includes(uid ?? "")),
      [],
    );
  }
});

test("both languages ask the same", () => {
  const asked = (language: string): unknown =>
    MADE.filter((made) => made.language === language).map(({ json }) =>
      json.panels.map((panel) => ({
        id: panel.id,
        place: panel.gridPos,
        queries: (panel.targets ?? []).map(({ query, bucketAggs, metrics, expr }) => ({
          query,
          metrics,
          expr,
          buckets: (bucketAggs ?? []).map((bucket) => ({
            ...bucket,
            settings: {
              ...bucket.settings,
              filters: bucket.settings?.filters?.map((filter) => filter.query),
            },
          })),
        })),
      })),
    );
  assert.deepEqual(asked("vi"), asked("en"));
});
