import { single, type Variables } from "./variables";

/** Variables chosen on the command line as `name=value`. */
export function choicesOf(texts: readonly string[]): Variables {
  return new Map(
    texts.map((text) => {
      const split = text.indexOf("=");
      if (split < 1) {
        throw new Error(`--variable: "${text}" is not name=value.`);
      }
      return [text.slice(0, split), single(text.slice(split + 1))] as const;
    }),
  );
}
