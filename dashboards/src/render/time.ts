const ZONE_OFFSET = 7 * 3_600_000;
const AGES: readonly (readonly [name: string, ms: number])[] = [
  ["year", 31_536_000_000],
  ["month", 2_628_000_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** An instant in Vietnam's time, by a pattern of YYYY, MM, DD, HH, mm and ss. */
export function stamp(time: number, pattern: string): string {
  const iso = new Date(time + ZONE_OFFSET).toISOString();
  return pattern
    .replace("YYYY", iso.slice(0, 4))
    .replace("MM", iso.slice(5, 7))
    .replace("DD", iso.slice(8, 10))
    .replace("HH", iso.slice(11, 13))
    .replace("mm", iso.slice(14, 16))
    .replace("ss", iso.slice(17, 19));
}

/** How long ago, or in how long, in Grafana's English. */
export function relative(time: number, now: number): string {
  const distance = Math.abs(now - time);
  const [name, length] = AGES.find(([, size]) => distance >= size) ?? ["minute", 60_000];
  const whole = Math.max(1, Math.round(distance / length));
  const text = `${whole} ${name}${whole === 1 ? "" : "s"}`;
  return time <= now ? `${text} ago` : `in ${text}`;
}

/** Hours, minutes, seconds and milliseconds; `decimals` says how many parts follow the first. */
export function clock(ms: number, decimals: number | undefined): string {
  const parts = [
    { size: Math.floor(ms / 3_600_000), unit: "h", digits: 2 },
    { size: Math.floor(ms / 60_000) % 60, unit: "m", digits: 2 },
    { size: Math.floor(ms / 1000) % 60, unit: "s", digits: 2 },
    { size: Math.floor(ms) % 1000, unit: "ms", digits: 3 },
  ];
  const first = parts.findIndex((part) => part.size > 0);
  const start = first === -1 ? parts.length - 1 : first;
  return parts
    .slice(start, start + 1 + (decimals ?? parts.length))
    .map((part) => String(part.size).padStart(part.digits, "0") + part.unit)
    .join(":");
}
