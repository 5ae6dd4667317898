const DAY = 86_400_000;

/** The end of the made-up data. */
export const NOW = Date.parse("2026-06-30T05:00:00.000Z");

/** Years of cases and rollups. */
export const YEARS = 5;

/** The first instant of the made-up data: the beginning of a day in Vietnam. */
export const BEGIN = Date.parse("2021-06-30T17:00:00.000Z");

/** A provider that does not exist. */
export interface Provider {
  readonly id: string;
  readonly type: string;
  readonly jurisdiction: string;
}

const TYPES = ["SOCIAL", "HOSTING", "ISP", "GAME", "MARKETPLACE", "SEARCH", "APP_STORE", "OTHER"];

/** As many as a country deals with day by day. */
export const PROVIDERS: readonly Provider[] = Array.from({ length: 60 }, (_, number) => {
  const type = TYPES[number % TYPES.length] ?? "OTHER";
  return {
    id: `${type.toLowerCase().replace("_", "-")}-${String(number).padStart(2, "0")}`,
    type,
    jurisdiction: type === "ISP" || number % 2 === 0 ? "DOMESTIC" : "CROSS_BORDER",
  };
});

/** An instant as the documents write it. */
export function instant(time: number): string {
  return new Date(time).toISOString();
}

/** A day as the rollups write it, in Vietnam. */
export function day(time: number): string {
  return new Date(time + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** Whole days from the beginning to the end. */
export const DAYS = Math.floor((NOW - BEGIN) / DAY);
