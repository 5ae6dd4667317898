import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import * as elasticsearch from "@grafana/grafana-foundation-sdk/elasticsearch";

/** Where days, months and years begin, whatever the browser says. */
export const TIME_ZONE = "Asia/Ho_Chi_Minh";

/** More than there are providers: a smaller size would silently be a "top n". */
export const ALL_PROVIDERS = 1000;

/** Makes a bucket aggregation under the id that it gets in its query. */
export type BucketShape = (id: string) => Builder<elasticsearch.BucketAggregation>;

export type Interval = "auto" | "1h" | "1d" | "1w" | "1M" | "1y";

/** Buckets of time in Vietnam. Those without a document are left out unless `empty`. */
export function time(field: string, interval: Interval, empty = false): BucketShape {
  return (id) =>
    new elasticsearch.DateHistogramBuilder()
      .id(id)
      .field(field)
      .settings({
        interval,
        min_doc_count: empty ? "0" : "1",
        timeZone: TIME_ZONE,
        trimEdges: "0",
      });
}

export interface TermsSettings {
  readonly size?: number;
  /** `_key`, `_count` or the id of a metric. */
  readonly orderBy?: string;
  readonly order?: "asc" | "desc";
  /** What documents without the field are counted under; otherwise they are left out. */
  readonly missing?: string;
}

/** By default all values, the most frequent first. */
export function terms(field: string, settings: TermsSettings = {}): BucketShape {
  return (id) =>
    new elasticsearch.TermsBuilder()
      .id(id)
      .field(field)
      .settings({
        size: String(settings.size ?? ALL_PROVIDERS),
        min_doc_count: "1",
        orderBy: settings.orderBy ?? "_count",
        order:
          settings.order === "asc"
            ? elasticsearch.TermsOrder.Asc
            : elasticsearch.TermsOrder.Desc,
        ...(settings.missing === undefined ? {} : { missing: settings.missing }),
      });
}

/** The newest value of a date field. */
export function newest(field: string): BucketShape {
  return terms(field, { size: 1, orderBy: "_key" });
}

export interface LabelledQuery {
  readonly label: string;
  readonly query: string;
}

export function filters(queries: readonly LabelledQuery[]): BucketShape {
  return (id) =>
    new elasticsearch.FiltersBuilder()
      .id(id)
      .settings({ filters: queries.map(({ label, query }) => ({ label, query })) });
}

/** One bucket for everything: Grafana has no total without a bucket. */
export function everything(label: string): BucketShape {
  return filters([{ label, query: "*" }]);
}
