/** What the pages say beside what the dashboards say. */
export interface Words {
  readonly language: string;
  readonly notGrafana: string;
  readonly notDrawn: string;
  readonly timeRange: string;
  readonly all: string;
}

const ALL_WORDS: readonly Words[] = [
  {
    language: "vi",
    notGrafana: "Bản vẽ tĩnh từ đúng các truy vấn của bảng điều khiển; đây không phải là Grafana.",
    notDrawn: "Không vẽ: không có Prometheus nào được nêu (--prometheus).",
    timeRange: "Khoảng thời gian",
    all: "Tất cả",
  },
  {
    language: "en",
    notGrafana: "Drawn from the dashboard's own queries as a static page; this is not Grafana.",
    notDrawn: "Not drawn: no Prometheus is named (--prometheus).",
    timeRange: "Time range",
    all: "All",
  },
];

/** The words of a language. */
export function wordsOf(language: string): Words {
  const words = ALL_WORDS.find((candidate) => candidate.language === language);
  if (words === undefined) {
    throw new Error(`There are no words for the language "${language}"; add them to words.ts.`);
  }
  return words;
}
