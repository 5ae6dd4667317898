import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import * as elasticsearch from "@grafana/grafana-foundation-sdk/elasticsearch";

type Metric = Builder<elasticsearch.MetricAggregation>;

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

/** Makes a metric under the id that it gets in its query. */
export type MetricShape = (id: string) => Metric;

/** Of documents. */
export const count: MetricShape = (id) =>
  new TypedMetric("count", new elasticsearch.CountBuilder().id(id));

/** Of a field of which every bucket holds one document, or where the greatest is meant. */
export function max(field: string): MetricShape {
  return (id) => new TypedMetric("max", new elasticsearch.MaxBuilder().id(id).field(field));
}

export function min(field: string): MetricShape {
  return (id) => new TypedMetric("min", new elasticsearch.MinBuilder().id(id).field(field));
}

export function sum(field: string): MetricShape {
  return (id) => new TypedMetric("sum", new elasticsearch.SumBuilder().id(id).field(field));
}

/** @param percents such as "50" */
export function percentiles(field: string, percents: readonly string[]): MetricShape {
  return (id) =>
    new TypedMetric(
      "percentiles",
      new elasticsearch.PercentilesBuilder()
        .id(id)
        .field(field)
        .settings({ percents: [...percents] }),
    );
}

/** The documents themselves, newest first by the time field of the data source. */
export function rawData(size: number): MetricShape {
  return (id) =>
    new TypedMetric(
      "raw_data",
      new elasticsearch.RawDataBuilder().id(id).settings({ size: String(size) }),
    );
}
