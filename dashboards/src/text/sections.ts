import type { Text } from "./language";

/** Titles of the rows that panels stand in. */
export const SECTIONS = {
  now: { vi: "Hiện nay", en: "Now" },
  history: { vi: "Diễn biến", en: "History" },
  ranking: { vi: "Xếp hạng", en: "Ranking" },
  claims: { vi: "Tự khai so với quan sát", en: "Claims against observations" },
  open: { vi: "Mục đang mở", en: "Open cases" },
  alerts: { vi: "Cảnh báo", en: "Alerts" },
  coverage: { vi: "Quan sát", en: "Observation" },
  data: { vi: "Dữ liệu", en: "Data" },
  figures: { vi: "Số liệu chính", en: "Main figures" },
  providers: { vi: "Theo nhà cung cấp", en: "By provider" },
  breakdown: { vi: "Theo nhóm", en: "Breakdown" },
  flow: { vi: "Luồng dữ liệu", en: "Data flow" },
  sinks: { vi: "Ghi dữ liệu", en: "Writing" },
  machine: { vi: "Điểm khôi phục và bộ nhớ", en: "Checkpoints and memory" },
} as const satisfies Readonly<Record<string, Text>>;
