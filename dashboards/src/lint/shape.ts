import { TIME_ZONE } from "../panel/bucket";
import { overrides, property, queryPanels } from "./model";
import type { Rule } from "./rule";

const GRID_WIDTH = 24;
const MINUTES = /^\d+[mh]$/;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.w &&
    other.x < one.x + one.w &&
    one.y < other.y + other.h &&
    other.y < one.y + one.h
  );
}

/** Ids, places, times and links. */
export const SHAPE_RULES: readonly Rule[] = [
  {
    name: "panel-ids",
    check: (dashboard) => {
      const ids = dashboard.panels.map((panel) => panel.id);
      return [
        ...ids
          .filter((id, index) => ids.indexOf(id) !== index)
          .map((id) => `panel ${id}: the id is used twice; take the next free one.`),
        ...ids
          .filter((id) => !Number.isInteger(id) || id < 1)
          .map((id) => `panel ${id}: take an id from 1 on.`),
      ];
    },
  },
  {
    name: "panel-places",
    check: (dashboard) =>
      dashboard.panels.flatMap((panel, index) => {
        const place = panel.gridPos;
        const inside = place.x >= 0 && place.y >= 0 && place.w > 0 && place.h > 0;
        return [
          ...(inside && place.x + place.w <= GRID_WIDTH
            ? []
            : [`panel ${panel.id}: widths of a line must add up to at most ${GRID_WIDTH}.`]),
          ...dashboard.panels
            .slice(index + 1)
            .filter((other) => overlap(place, other.gridPos))
            .map((other) => `panel ${panel.id}: lies over panel ${other.id}; move one.`),
        ];
      }),
  },
  {
    name: "vietnam-time",
    check: (dashboard) => [
      ...(dashboard.timezone === TIME_ZONE ? [] : [`set timezone to ${TIME_ZONE}.`]),
      ...(dashboard.weekStart === "monday" ? [] : ["set weekStart to monday."]),
      ...(dashboard.fiscalYearStartMonth === 0 ? [] : ["set fiscalYearStartMonth to 0."]),
    ],
  },
  {
    name: "gentle-refresh",
    check: (dashboard) =>
      [dashboard.refresh, ...dashboard.timepicker.refresh_intervals]
        .filter((refresh) => !MINUTES.test(refresh))
        .map((refresh) => `refresh ${refresh}: take a minute or more.`),
  },
  {
    name: "links-keep-place",
    check: (dashboard) => [
      ...dashboard.links
        .filter((link) => !link.keepTime || !link.includeVars)
        .map((link) => `link ${link.title}: keep the time range and the variables.`),
      ...queryPanels(dashboard).flatMap((panel) =>
        overrides(panel)
          .flatMap((override) => (property(override, "links") ?? []) as { url: string }[])
          .filter((link) => !link.url.includes("${__url_time_range}"))
          .map((link) => `panel ${panel.id}, ${link.url}: add \${__url_time_range}.`),
      ),
    ],
  },
  {
    name: "newest-and-not-last-known",
    check: (dashboard) =>
      queryPanels(dashboard)
        .filter((panel) => panel.options?.reduceOptions !== undefined)
        .filter((panel) => panel.options?.reduceOptions?.calcs.join() !== "last")
        .map((panel) => `panel ${panel.id}: reduce by "last", or an old figure stands in.`),
  },
];
