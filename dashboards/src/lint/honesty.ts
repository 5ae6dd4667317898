import { HEADINGS } from "../text/phrases";
import { LANGUAGES, type Text } from "../text/language";
import { overrides, type OverrideJson, type PanelJson, property, queryPanels } from "./model";
import type { Rule } from "./rule";

const SHARE = "percentunit";

/** A ratio without its n, because the n stands in a table of the same dashboard. */
const N_ELSEWHERE = ["league/5"];

function says(panel: PanelJson, heading: Text): boolean {
  return LANGUAGES.some((language) => (panel.description ?? "").includes(`**${heading[language]}:**`));
}

function isShare(override: OverrideJson): boolean {
  return property(override, "unit") === SHARE;
}

function ofDocuments(panel: PanelJson): boolean {
  return (panel.targets ?? []).every((target) => target.datasource.type === "elasticsearch");
}

function showsShare(panel: PanelJson): boolean {
  return panel.fieldConfig?.defaults.unit === SHARE || overrides(panel).some(isShare);
}

function showsNumber(panel: PanelJson): boolean {
  return overrides(panel).some(
    (override) =>
      property(override, "unit") === "none" &&
      /^n |hợp lệ|ligible|đang mở|pen cases/.test(String(property(override, "displayName"))),
  );
}

/** What keeps a figure from being read wrongly. */
export const HONESTY_RULES: readonly Rule[] = [
  {
    name: "explained",
    check: (dashboard) =>
      queryPanels(dashboard).flatMap((panel) =>
        [HEADINGS.formula, HEADINGS.time, HEADINGS.open]
          .filter((heading) => !says(panel, heading))
          .map((heading) => `panel ${panel.id}: the description lacks "${heading.en}".`),
      ),
  },
  {
    name: "ratios-explained",
    check: (dashboard) =>
      queryPanels(dashboard)
        .filter(showsShare)
        .flatMap((panel) =>
          [HEADINGS.numerator, HEADINGS.denominator]
            .filter((heading) => !says(panel, heading))
            .map((heading) => `panel ${panel.id}: the description lacks "${heading.en}".`),
        ),
  },
  {
    name: "ratios-with-n",
    check: (dashboard) =>
      queryPanels(dashboard)
        .filter(showsShare)
        .filter(ofDocuments)
        .filter((panel) => !showsNumber(panel))
        .filter((panel) => !N_ELSEWHERE.includes(`${dashboard.uid.split("-")[1]}/${panel.id}`))
        .map((panel) => `panel ${panel.id}: show the number of cases beside the ratio.`),
  },
  {
    name: "not-colour-alone",
    check: (dashboard) =>
      queryPanels(dashboard)
        .filter((panel) => panel.type === "stat" || panel.type === "table")
        .filter((panel) =>
          overrides(panel).some(
            (override) => isShare(override) && property(override, "thresholds") !== undefined,
          ),
        )
        .filter(
          (panel) =>
            !overrides(panel).some((override) =>
              ((property(override, "mappings") ?? []) as { type: string }[]).some(
                (mapping) => mapping.type === "range",
              ),
            ),
        )
        .map((panel) => `panel ${panel.id}: say in words what the colours mean.`),
  },
  {
    name: "no-value-is-said",
    check: (dashboard) =>
      queryPanels(dashboard)
        .filter((panel) => (panel.fieldConfig?.defaults.noValue ?? "") === "")
        .map((panel) => `panel ${panel.id}: say what is shown where there is no value.`),
  },
];
