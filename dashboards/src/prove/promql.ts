/** An expression with one name spoilt, and which. */
export interface SpoiltExpression {
  readonly place: string;
  readonly expression: string;
}

/** A part of an expression that names something, and where it begins. */
interface Name {
  readonly text: string;
  readonly start: number;
}

const SPOILT = "_spoilt";
const METRIC = /\bflink_\w+/g;
const MATCHER = /(\w+)(=~|!~|!=|=)"([^"]*)"/g;
const GROUPING = /\bby\s*\(([^)]*)\)/g;

/** Every expression that differs from this one in one name of a metric, a label or its value. */
export function spoiltExpressions(expression: string): readonly SpoiltExpression[] {
  return [
    ...[...expression.matchAll(METRIC)].map((found) => ({ text: found[0], start: found.index })),
    ...[...expression.matchAll(MATCHER)].flatMap((found) => namesOfMatcher(found)),
    ...[...expression.matchAll(GROUPING)].flatMap((found) =>
      labels(found[1] ?? "", found.index + found[0].length - (found[1] ?? "").length - 1),
    ),
  ].map(({ text, start }) => ({
    place: `${text} at ${start}`,
    expression:
      expression.slice(0, start) + text + SPOILT + expression.slice(start + text.length),
  }));
}

function namesOfMatcher(found: RegExpExecArray): readonly Name[] {
  const [, label = "", operator = "", value = ""] = found;
  return [
    { text: label, start: found.index },
    { text: value, start: found.index + label.length + operator.length + 1 },
  ];
}

/** Labels of a grouping. */
function labels(list: string, start: number): readonly Name[] {
  let place = start;
  return list.split(",").map((part) => {
    const name = { text: part.trim(), start: place + part.length - part.trimStart().length };
    place += part.length + 1;
    return name;
  });
}

/** Patterns of several alternatives: of which one may find nothing and nobody notices. */
export function alternatives(expression: string): readonly string[] {
  return [...expression.matchAll(MATCHER)]
    .filter(([, , operator, value]) => operator === "=~" && value?.includes("|"))
    .map(([matcher]) => matcher);
}
