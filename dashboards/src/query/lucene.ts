/**
 * The fields that a Lucene query string names. What stands in quotes, ranges or regular expressions
 * is skipped.
 *
 * @throws Error when a word belongs to no field: it would be looked for in all of them
 */
export function fieldsNamed(query: string): readonly string[] {
  const fields = new Set<string>();
  let rest = query;
  let depthWithField = 0;
  while (rest !== "") {
    const skipped = /^(\s+|[()+\-!]|&&|\|\||AND\b|OR\b|NOT\b|TO\b|\^[\d.]+|~\d*)/.exec(rest)?.[0];
    if (skipped !== undefined) {
      depthWithField = inner(depthWithField, skipped);
      rest = rest.slice(skipped.length);
      continue;
    }
    const named = /^((?:[\w.]|\\.)+):/.exec(rest);
    if (named?.[1] !== undefined) {
      rest = rest.slice(named[0].length);
      const value = valueAt(rest);
      fields.add(named[1] === "_exists_" ? value : named[1]);
      if (value === "(") {
        depthWithField = 1;
      }
      rest = rest.slice(value.length);
      continue;
    }
    const value = valueAt(rest);
    if (depthWithField === 0 && value !== "*") {
      throw new Error(`"${value}" in the query "${query}" names no field.`);
    }
    rest = rest.slice(Math.max(1, value.length));
  }
  return [...fields];
}

/** How deep inside `field:( … )` the text is after a token. */
function inner(depth: number, token: string): number {
  if (depth === 0) {
    return 0;
  }
  return token === "(" ? depth + 1 : token === ")" ? depth - 1 : depth;
}

function valueAt(text: string): string {
  return (
    /^"(?:[^"\\]|\\.)*"|^\/(?:[^/\\]|\\.)*\/|^[[{][^\]}]*[\]}]|^\(|^[<>]=?[^\s()]+|^(?:[^\s()"\\]|\\.)+/.exec(
      text,
    )?.[0] ?? text.charAt(0)
  );
}
