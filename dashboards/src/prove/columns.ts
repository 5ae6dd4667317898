import { displayName, type Frame } from "../query/frame";
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
    ...(shown.panel.fieldConfig?.overrides ?? [])
      .filter(
        (override) => !meets(override, shown.shown) && !known.has(String(override.matcher.options)),
      )
      .map(
        (override) =>
          `the override ${override.matcher.id} ${JSON.stringify(override.matcher.options)} meets no field`,
      ),
  ];
}

/** An override may already have renamed the field that it was meant for. */
function meets(override: Override, frames: readonly Frame[]): boolean {
  return frames.some((frame) =>
    frame.fields.some(
      (field) =>
        matches(override, withoutRenaming(field), frame) || matches(override, field, frame),
    ),
  );
}

function withoutRenaming<F extends { readonly config: object }>(field: F): F {
  return { ...field, config: { ...field.config, displayName: undefined } };
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
    ...texts(at(transformation.options, "reduce", "include")),
    ...Object.keys((at(transformation.options, "renameByName") ?? {}) as object),
  ]);
}

function texts(value: Json | undefined): readonly string[] {
  if (typeof value === "string") {
    return [value];
  }
  return Array.isArray(value) ? (value as readonly Json[]).map(String) : [];
}
