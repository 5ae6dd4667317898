import type { Say, Text } from "./language";
import { HEADINGS } from "./phrases";

/** What a reader must know to trust a panel. */
export interface Explanation {
  readonly shows: Text;
  /** In the field names of the documents. */
  readonly formula: Text;
  /** Of a ratio. */
  readonly numerator?: Text;
  readonly denominator?: Text;
  readonly time: Text;
  readonly open: Text;
  readonly notes?: readonly Text[];
}

/** The description of a panel, as Markdown. */
export function describe(say: Say, explanation: Explanation): string {
  const paragraphs = [say(explanation.shows)];
  const add = (heading: Text, text: Text | undefined): void => {
    if (text !== undefined) {
      paragraphs.push(`**${say(heading)}:** ${say(text)}`);
    }
  };
  add(HEADINGS.formula, explanation.formula);
  add(HEADINGS.numerator, explanation.numerator);
  add(HEADINGS.denominator, explanation.denominator);
  add(HEADINGS.time, explanation.time);
  add(HEADINGS.open, explanation.open);
  paragraphs.push(...(explanation.notes ?? []).map(say));
  return paragraphs.join("\n\n");
}
