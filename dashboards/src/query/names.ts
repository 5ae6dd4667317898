const NAMES: Readonly<Record<string, string>> = {
  count: "Count",
  avg: "Average",
  sum: "Sum",
  min: "Min",
  max: "Max",
  cardinality: "Unique Count",
  extended_stats: "Extended Stats",
  percentiles: "Percentiles",
  top_metrics: "Top Metrics",
  std_deviation: "Std Dev",
};

/** How Grafana calls a metric in a column or a series. */
export function metricName(type: string): string {
  const name = NAMES[type];
  if (name === undefined) {
    throw new Error(`The metric "${type}" has no name here; add it to names.ts.`);
  }
  return name;
}
