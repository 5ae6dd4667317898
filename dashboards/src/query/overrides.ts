import { displayName, type Field, type Frame } from "./frame";
import { isObject, type Json, type JsonObject } from "./json";
import type { FieldConfiguration, FieldOptions, Override } from "./model";
import { patternOf } from "./transformations";

/** Gives every field what the panel says of it: the defaults, then the overrides that match it. */
export function configured(
  frames: readonly Frame[],
  configuration: FieldConfiguration = {},
): readonly Frame[] {
  return frames.map((frame) => ({
    ...frame,
    fields: frame.fields.map((field) => {
      const own = { ...withoutName(configuration.defaults ?? {}, frame), ...field.config };
      const matching = (configuration.overrides ?? []).filter((override) =>
        matches(override, field, frame),
      );
      return {
        ...field,
        config: matching.flatMap((override) => override.properties).reduce(put, own),
      };
    }),
  }));
}

/** A name for all fields is of use to a panel with one number only. */
function withoutName(defaults: FieldOptions, frame: Frame): FieldOptions {
  const { displayName: name, ...others } = defaults;
  const numbers = frame.fields.filter((field) => field.type === "number").length;
  return name !== undefined && numbers === 1 ? defaults : others;
}

/** True when the override is meant for the field. */
export function matches(override: Override, field: Field, frame: Frame): boolean {
  const options = override.matcher.options;
  switch (override.matcher.id) {
    case "byName":
      return field.name === options || displayName(field) === options;
    case "byRegexp":
      return patternOf(String(options)).test(displayName(field));
    case "byType":
      return field.type === options;
    case "byFrameRefID":
      return frame.refId === options;
    default:
      throw new Error(
        `The matcher "${override.matcher.id}" is not known here; add it to overrides.ts.`,
      );
  }
}

function put(
  options: FieldOptions,
  property: { readonly id: string; readonly value?: Json },
): FieldOptions {
  return nested(
    options as unknown as JsonObject,
    property.id.split("."),
    property.value,
  ) as unknown as FieldOptions;
}

/** A property without a value takes away what the defaults say. */
function nested(target: JsonObject, path: readonly string[], value: Json | undefined): JsonObject {
  const [key, ...rest] = path;
  if (key === undefined) {
    return target;
  }
  const { [key]: inner, ...others } = target;
  if (rest.length > 0) {
    return { ...others, [key]: nested(isObject(inner) ? inner : {}, rest, value) };
  }
  return value === null || value === undefined ? others : { ...others, [key]: value };
}
