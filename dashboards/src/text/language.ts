/** The languages that every text is written in, Vietnamese first. */
export const LANGUAGES = ["vi", "en"] as const;

export type Language = (typeof LANGUAGES)[number];

/** One text in every language. */
export type Text = Readonly<Record<Language, string>>;

/** Picks the language of the dashboard that is being made. */
export type Say = (text: Text) => string;

export function say(language: Language): Say {
  return (text) => text[language];
}

