import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import * as elasticsearch from "@grafana/grafana-foundation-sdk/elasticsearch";

type Metric = Builder<elasticsearch.MetricAggregation>;

/** A metric that gets its id in its query. */
export interface MetricShape {
  readonly type: elasticsearch.MetricAggregationType;
  readonly field?: string;
  readonly percents?: readonly string[];
  make(id: string): Metric;
}

/**
 * The builders of the SDK 0.0.21 leave every metric with the type "unknown", which Elasticsearch
 * refuses.
 */
class TypedMetric implements Metric {
  constructor(
    private readonly type: elasticsearch.MetricAggregationType,
    private readonly builder: Metric,
  ) {}

  build(): elasticsearch.MetricAggregation {
    return { ...this.builder.build(), type: this.type } as elasticsearch.MetricAggregation;
  }
}

/** Of documents. */
export const COUNT: MetricShape = {
  type: "count",
  make: (id) => new TypedMetric("count", new elasticsearch.CountBuilder().id(id)),
};

/** Of a field of which every bucket holds one document, or where the greatest is meant. */
export function max(field: string): MetricShape {
  return {
    type: "max",
    field,
    make: (id) => new TypedMetric("max", new elasticsearch.MaxBuilder().id(id).field(field)),
  };
}

export function min(field: string): MetricShape {
  return {
    type: "min",
    field,
    make: (id) => new TypedMetric("min", new elasticsearch.MinBuilder().id(id).field(field)),
  };
}

export function sum(field: string): MetricShape {
  return {
    type: "sum",
    field,
    make: (id) => new TypedMetric("sum", new elasticsearch.SumBuilder().id(id).field(field)),
  };
}

/** @param percents such as "50" */
export function percentiles(field: string, percents: readonly string[]): MetricShape {
  return {
    type: "percentiles",
    field,
    percents,
    make: (id) =>
      new TypedMetric(
        "percentiles",
        new elasticsearch.PercentilesBuilder()
          .id(id)
          .field(field)
          .settings({ percents: [...percents] }),
      ),
  };
}

/** The documents themselves, newest first by the time field of the data source. */
export function rawData(size: number): MetricShape {
  return {
    type: "raw_data",
    make: (id) =>
      new TypedMetric(
        "raw_data",
        new elasticsearch.RawDataBuilder().id(id).settings({ size: String(size) }),
      ),
  };
}

const TITLES: Readonly<Record<string, string>> = {
  count: "Count",
  max: "Max",
  min: "Min",
  sum: "Sum",
};

/**
 * What Grafana calls the column of a metric in a table: the field is named only where the query
 * has the same metric more than once.
 */
export function column(metrics: readonly MetricShape[], type: string, field?: string): string {
  const alike = metrics.filter((metric) => metric.type === type);
  const found = alike.some((metric) => metric.field === field);
  const title = TITLES[type];
  if (!found || title === undefined) {
    throw new Error(`No ${type} of ${field ?? "documents"} in the query; add the metric to it.`);
  }
  return alike.length > 1 ? `${title} ${field}` : title;
}

/** The same for a percentile. */
export function percentileColumn(field: string, percent: string): string {
  return `p${Number(percent).toFixed(1)} ${field}`;
}
