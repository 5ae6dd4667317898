import assert from "node:assert/strict";
import { test } from "node:test";
import type { DashboardJson } from "../lint/model";
import { overrides, property } from "../lint/model";
import * as alerting from "../text/alerting";
import * as blocking from "../text/blocking";
import * as boards from "../text/boards";
import * as breaches from "../text/breaches";
import * as codes from "../text/codes";
import * as job from "../text/job";
import * as labels from "../text/labels";
import * as league from "../text/league";
import * as overview from "../text/overview";
import * as phrases from "../text/phrases";
import * as provider from "../text/provider";
import * as quality from "../text/quality";
import * as recidivism from "../text/recidivism";
import * as sections from "../text/sections";
import * as yearly from "../text/yearly";
import { MADE } from "./made";

const ALL = {
  alerting,
  blocking,
  boards,
  breaches,
  codes,
  job,
  labels,
  league,
  overview,
  phrases,
  provider,
  quality,
  recidivism,
  sections,
  yearly,
};

/** Words that an English text can hardly do without. */
const ENGLISH =
  /\b(the|of|and|is|are|by|with|not|no|all|over|under|within|time|cases?|open|removed|removal|share|rate|days?|hours?|weeks?|months?|years?|alerts?|provider|providers|due|issued|formula|numerator|denominator|newest|last|first|since)\b/i;

/** Names of fields, metrics and codes stand between backticks, and codes in capitals. */
function prose(text: string): string {
  return text
    .replace(/`[^`]*`/g, "")
    .replace(/\$\{[^}]*\}/g, "")
    .replace(/https?:\S+/g, "");
}

/** Whatever a person reads on a dashboard. */
function visible(dashboard: DashboardJson): string[] {
  const texts: unknown[] = [dashboard.title, dashboard.description];
  for (const variable of dashboard.templating.list.filter((one) => one.hide === 0)) {
    texts.push(variable.label, (variable as unknown as { description: string }).description);
    if (variable.type === "custom") {
      texts.push(...variable.query.split(",").map((choice) => choice.split(" : ")[0]));
    }
    texts.push(...[variable.current?.text ?? []].flat());
  }
  texts.push(...dashboard.links.map((link) => link.title));
  texts.push(...dashboard.annotations.list.map((annotation) => annotation.name));
  for (const panel of dashboard.panels) {
    texts.push(panel.title, panel.description ?? "", panel.fieldConfig?.defaults.noValue ?? "");
    for (const target of panel.targets ?? []) {
      texts.push((target.alias ?? "").replace(/\{\{.*?\}\}/g, ""));
      texts.push((target.legendFormat ?? "").replace(/\{\{.*?\}\}/g, ""));
      for (const bucket of target.bucketAggs ?? []) {
        texts.push(...(bucket.settings?.filters ?? []).map((filter) => filter.label));
      }
    }
    for (const override of overrides(panel)) {
      texts.push(property(override, "displayName"), property(override, "noValue") ?? "");
      texts.push(...mapped(property(override, "mappings")));
      const links = (property(override, "links") ?? []) as { title: string }[];
      texts.push(...links.map((link) => link.title));
    }
  }
  return texts.map(String);
}

function mapped(mappings: unknown): string[] {
  return [...JSON.stringify(mappings ?? []).matchAll(/"text":"([^"]*)"/g)].map(
    (match) => match[1] ?? "",
  );
}

for (const { name, language, json } of MADE) {
  if (language === "vi") {
    test(`${name} has no English left in Vietnamese`, () => {
      assert.deepEqual(
        visible(json).filter((text) => ENGLISH.test(prose(text))),
        [],
      );
    });
  } else {
    test(`${name} has no Vietnamese left in English`, () => {
      assert.deepEqual(
        visible(json).filter((text) => /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i.test(prose(text))),
        [],
      );
    });
  }
}

test("a text is different in the two languages", () => {
  const same: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) {
      return;
    }
    const text = value as { vi?: unknown; en?: unknown };
    if (typeof text.vi === "string" && typeof text.en === "string") {
      // Names of metrics and fields are the same everywhere.
      const nothingButNames = !/[a-z]{2}/i.test(prose(text.vi));
      if (text.vi === "" || text.en === "" || (text.vi === text.en && !nothingButNames)) {
        same.push(path);
      }
      return;
    }
    for (const [key, inner] of Object.entries(value)) {
      walk(inner, `${path}.${key}`);
    }
  };
  walk(ALL, "text");
  assert.deepEqual(same, []);
});
