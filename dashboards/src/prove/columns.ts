import { displayName, type Field, type Frame } from "../query/frame";
import { at, type Json } from "../query/json";
import { matches } from "../query/overrides";
import type { Override, Panel } from "../query/model";
import type { Shown } from "../query/show";

/**
 * Names in transformations and overrides that no column of the result has. Grafana says nothing of
 * them and shows less.
 *
 * @param known fields that a document of raw data may have without any having it now
 */
export function strayNames(shown: Shown, known: ReadonlySet<string>): readonly string[] {
  const made = new Set([
    ...shown.found.flatMap((frame) =>
      frame.fields.flatMap((field) => [displayName(field), field.name]),
    ),
    ...madeByTransformations(shown.panel),
    ...known,
  ]);
  return [
    ...namesInTransformations(shown.panel)
      .filter((name) => !made.has(name))
      .map((name) => `a transformation names "${name}", which no result has`),
    ...(isSplit(shown.panel) ? seriesWithoutOverride(shown) : overridesWithoutField(shown, known)),
  ];
}

/** Series made of terms have names that the data decide; not each must be there. */
function isSplit(panel: Panel): boolean {
  return (
    panel.type === "timeseries" &&
    (panel.targets ?? []).some((target) => (target.bucketAggs ?? []).length > 1)
  );
}

function seriesWithoutOverride(shown: Shown): readonly string[] {
  const overrides = shown.panel.fieldConfig?.overrides ?? [];
  return overrides.length === 0
    ? []
    : shown.shown.flatMap((frame) =>
        frame.fields
          .filter((field) => field.type === "number")
          .filter((field) => !overrides.some((override) => meets(override, field, frame)))
          .map((field) => `no override names the series "${displayName(field)}"`),
      );
}

function overridesWithoutField(shown: Shown, known: ReadonlySet<string>): readonly string[] {
  return (shown.panel.fieldConfig?.overrides ?? [])
    .filter((override) => !isMet(override, shown) && !known.has(String(override.matcher.options)))
    .map(
      ({ matcher }) =>
        `the override ${matcher.id} ${JSON.stringify(matcher.options)} meets no field`,
    );
}

/** True when the override is meant for a field of the panel. */
export function isMet(override: Override, shown: Shown): boolean {
  return shown.shown.some((frame) => frame.fields.some((field) => meets(override, field, frame)));
}

/** An override may already have renamed the field that it was meant for. */
function meets(override: Override, field: Field, frame: Frame): boolean {
  return matches(override, withoutName(field), frame) || matches(override, field, frame);
}

function withoutName(field: Field): Field {
  const { displayName: _renamed, ...config } = field.config;
  return { ...field, config };
}

function madeByTransformations(panel: Panel): readonly string[] {
  return (panel.transformations ?? []).flatMap((transformation) => [
    ...texts(at(transformation.options, "alias")),
    ...Object.values((at(transformation.options, "renameByName") ?? {}) as object).map(String),
  ]);
}

/** Names that must be there for a transformation to do anything. */
export function namesInTransformations(panel: Panel): readonly string[] {
  return (panel.transformations ?? []).flatMap((transformation) => [
    ...texts(at(transformation.options, "include", "names")),
    ...texts(at(transformation.options, "byField")),
    ...filteredFields(transformation.options),
    ...texts(at(transformation.options, "reduce", "include")),
    ...Object.keys((at(transformation.options, "renameByName") ?? {}) as object),
  ]);
}

function filteredFields(options: Json | undefined): readonly string[] {
  const filters = at(options, "filters");
  return Array.isArray(filters)
    ? (filters as readonly Json[]).flatMap((filter) => texts(at(filter, "fieldName")))
    : [];
}

function texts(value: Json | undefined): readonly string[] {
  if (typeof value === "string") {
    return [value];
  }
  return Array.isArray(value) ? (value as readonly Json[]).map(String) : [];
}
