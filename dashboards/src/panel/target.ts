import type { Builder, Dataquery } from "@grafana/grafana-foundation-sdk/cog";
import * as elasticsearch from "@grafana/grafana-foundation-sdk/elasticsearch";
import * as prometheus from "@grafana/grafana-foundation-sdk/prometheus";
import type { BucketShape } from "./bucket";
import type { MetricShape } from "./metric";
import { type DocumentSource, type MetricSource, reference } from "./source";

export type Target = Builder<Dataquery>;

/** Makes a query under the letter that it gets in its panel. */
export type TargetShape = (refId: string) => Target;

export interface DocumentQuery {
  readonly source: DocumentSource;
  /** In Lucene's syntax. */
  readonly query: string;
  /** Outermost first; none for raw documents. */
  readonly buckets?: readonly BucketShape[];
  readonly metrics: readonly MetricShape[];
  /** Of the series; needed unless the result is a table. */
  readonly name?: string;
}

/** Metrics are numbered from 1, the buckets go on from there. */
export function documents(query: DocumentQuery): TargetShape {
  return (refId) => {
    const builder = new elasticsearch.DataqueryBuilder()
      .refId(refId)
      .datasource(reference(query.source))
      .timeField(query.source.timeField)
      .query(query.query)
      .metrics(query.metrics.map((metric, index) => metric.make(String(index + 1))))
      .bucketAggs(
        (query.buckets ?? []).map((bucket, index) =>
          bucket(String(query.metrics.length + index + 1)),
        ),
      );
    return query.name === undefined ? builder : builder.alias(query.name);
  };
}

export interface MetricQuery {
  readonly source: MetricSource;
  readonly expression: string;
  readonly name: string;
  /** For a figure of now, instead of a curve. */
  readonly instant?: boolean;
}

export function metrics(query: MetricQuery): TargetShape {
  return (refId) => {
    const builder = new prometheus.DataqueryBuilder()
      .refId(refId)
      .datasource(reference(query.source))
      .expr(query.expression)
      .legendFormat(query.name);
    return query.instant === true ? builder.instant() : builder.range();
  };
}
