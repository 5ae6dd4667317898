import { isObject } from "./json";
import type { Variable } from "./model";

/** What a variable stands for: chosen values, or a text for "All" that is put in as it is. */
export type Chosen =
  | { readonly kind: "values"; readonly values: readonly string[]; readonly multi: boolean }
  | { readonly kind: "all"; readonly text: string };

/** Values by the name of the variable. */
export type Variables = ReadonlyMap<string, Chosen>;

/** How values are written: `lucene` in a query string, `glob` everywhere else. */
export type Format = "lucene" | "glob" | "raw";

const ALL = "$__all";
/** Kinds whose query is their value. */
const OF_TEXT = new Set(["constant", "textbox"]);
const FORMATS = new Set<string>(["lucene", "glob", "raw"]);
const REFERENCE = /\$(\w+)|\[\[(\w+)(?::(\w+))?\]\]|\$\{(\w+)(?::(\w+))?\}/g;
const LUCENE_SPECIAL = /([!*+\-=<>\s&|()[\]{}^~?:\\/"])/g;

/** One value, as if chosen by hand. */
export function single(value: string): Chosen {
  return { kind: "values", values: [value], multi: false };
}

/** What the dashboard itself says a variable stands for when it is opened. */
export function openingValue(variable: Variable): Chosen | undefined {
  const value =
    variable.current?.value ?? (OF_TEXT.has(variable.type) ? variable.query : undefined);
  const values = Array.isArray(value)
    ? value.map(String)
    : value === undefined || isObject(value)
      ? []
      : [String(value)];
  if (values.includes(ALL)) {
    if (variable.allValue === undefined || variable.allValue === null || variable.allValue === "") {
      throw new Error(
        `Variable ${variable.name}: "All" needs an allValue, or it becomes a long list.`,
      );
    }
    return { kind: "all", text: variable.allValue };
  }
  if (values.length === 0 || values[0] === "") {
    return variable.type === "textbox" ? single("") : undefined;
  }
  return { kind: "values", values, multi: variable.multi === true };
}

/**
 * Puts values in place of `$name`, `${name}`, `${name:format}` and `[[name]]`.
 *
 * Grafana leaves an unknown name as it is, which then finds nothing; here it is an error.
 */
export function interpolate(text: string, variables: Variables, format: Format): string {
  return text.replace(REFERENCE, (whole: string, ...groups: unknown[]) => {
    const [plain, bracket, bracketFormat, brace, braceFormat] = groups as (string | undefined)[];
    const name = plain ?? bracket ?? brace ?? "";
    const chosen = variables.get(name);
    if (chosen === undefined) {
      throw new Error(`${whole} in "${text}" is no variable of the dashboard.`);
    }
    return written(chosen, formatNamed(bracketFormat ?? braceFormat, format));
  });
}

function formatNamed(name: string | undefined, fallback: Format): Format {
  if (name === undefined) {
    return fallback;
  }
  if (!FORMATS.has(name)) {
    throw new Error(`The variable format "${name}" is not known here; add it to variables.ts.`);
  }
  return name as Format;
}

function written(chosen: Chosen, format: Format): string {
  if (chosen.kind === "all") {
    return chosen.text;
  }
  const [first] = chosen.values;
  if (!chosen.multi) {
    return format === "lucene" ? escaped(first ?? "") : (first ?? "");
  }
  switch (format) {
    case "lucene":
      return chosen.values.length === 0
        ? "__empty__"
        : `(${chosen.values.map((value) => `"${escaped(value)}"`).join(" OR ")})`;
    case "glob":
      return chosen.values.length === 1 ? (first ?? "") : `{${chosen.values.join(",")}}`;
    case "raw":
      return chosen.values.join(",");
  }
}

/** Numbers stay as they are; in others what Lucene would read as an operator is escaped. */
function escaped(value: string): string {
  return value !== "" && Number.isFinite(Number(value))
    ? value
    : value.replace(LUCENE_SPECIAL, "\\$1");
}
