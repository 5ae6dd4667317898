import { UNIT } from "../panel/unit";
import { overrides, property, queryPanels, targets } from "./model";
import type { Rule } from "./rule";

const UNITS = new Set<unknown>(Object.values(UNIT));

/** The rules of Grafana's own linter, as far as they concern us. */
export const GRAFANA_RULES: readonly Rule[] = [
  {
    // With one data source per time field there are several variables instead of one named
    // "datasource"; they are hidden, because another choice would change the figures.
    name: "template-datasource",
    check: (dashboard) =>
      dashboard.templating.list
        .filter((variable) => variable.type === "datasource")
        .filter(
          (variable) =>
            !variable.name.startsWith("ds_") ||
            variable.hide !== 2 ||
            !(variable.regex ?? "").startsWith("/^"),
        )
        .map((variable) => `${variable.name}: name it ds_…, hide it and anchor its regex.`),
  },
  {
    name: "panel-datasource",
    check: (dashboard) => {
      const sources = dashboard.templating.list
        .filter((variable) => variable.type === "datasource")
        .map((variable) => `\${${variable.name}}`);
      const used = [
        ...queryPanels(dashboard).flatMap((panel) =>
          targets(panel).map((target) => target.datasource.uid),
        ),
        ...dashboard.annotations.list.map((annotation) => annotation.datasource.uid),
        ...dashboard.templating.list.flatMap((variable) => variable.datasource?.uid ?? []),
      ];
      return [
        ...used
          .filter((uid) => !sources.includes(uid))
          .map((uid) => `${uid}: declare it among the sources of the dashboard.`),
        ...sources
          .filter((uid) => !used.includes(uid))
          .map((uid) => `${uid}: nothing uses it; take it out.`),
      ];
    },
  },
  {
    name: "panel-title-description",
    check: (dashboard) =>
      queryPanels(dashboard)
        .filter((panel) => panel.title === "" || (panel.description ?? "") === "")
        .map((panel) => `panel ${panel.id}: give it a title and a description.`),
  },
  {
    name: "panel-units",
    check: (dashboard) =>
      queryPanels(dashboard).flatMap((panel) => [
        ...(UNITS.has(panel.fieldConfig?.defaults.unit)
          ? []
          : [`panel ${panel.id}: give it a unit of the vocabulary.`]),
        ...overrides(panel)
          .filter((override) => !UNITS.has(property(override, "unit")))
          .map(
            (override) =>
              `panel ${panel.id}, ${override.matcher.options}: give it a unit of the vocabulary.`,
          ),
      ]),
  },
  {
    name: "panel-no-targets",
    check: (dashboard) =>
      queryPanels(dashboard)
        .filter((panel) => targets(panel).length === 0)
        .map((panel) => `panel ${panel.id}: give it a query or make it a note.`),
  },
  {
    name: "template-on-time-change-reload",
    check: (dashboard) =>
      dashboard.templating.list
        .filter((variable) => variable.type === "query" && variable.refresh !== 2)
        .map((variable) => `${variable.name}: set refresh to 2, on a change of the time range.`),
  },
  {
    name: "uneditable-dashboard",
    check: (dashboard) => (dashboard.editable ? ["set editable to false."] : []),
  },
];
