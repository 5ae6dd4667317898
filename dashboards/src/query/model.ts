import type { Json, JsonObject } from "./json";

/** The parts of Grafana's dashboard JSON, version 1, that decide what a panel asks and shows. */
export interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly time?: { readonly from: string; readonly to: string };
  readonly panels: readonly Panel[];
  readonly templating?: { readonly list?: readonly Variable[] };
  readonly annotations?: { readonly list?: readonly Annotation[] };
}

export interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title?: string;
  readonly description?: string;
  readonly gridPos: GridPosition;
  readonly datasource?: DataSourceReference;
  readonly targets?: readonly Target[];
  readonly transformations?: readonly Transformation[];
  readonly fieldConfig?: FieldConfiguration;
  readonly options?: JsonObject;
  readonly interval?: string;
  readonly maxDataPoints?: number;
  readonly timeFrom?: string;
  readonly hideTimeOverride?: boolean;
  readonly repeat?: string;
  readonly panels?: readonly Panel[];
}

export interface GridPosition {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface DataSourceReference {
  readonly type?: string;
  readonly uid?: string;
}

export interface Target {
  readonly refId: string;
  readonly hide?: boolean;
  readonly datasource?: DataSourceReference;
  readonly query?: string;
  readonly alias?: string;
  readonly queryType?: string;
  readonly bucketAggs?: readonly BucketAggregation[];
  readonly metrics?: readonly Metric[];
  readonly expr?: string;
  readonly legendFormat?: string;
  /** A figure of one instant instead of a curve. */
  readonly instant?: boolean;
}

export interface BucketAggregation {
  readonly id: string;
  readonly type: string;
  readonly field?: string;
  readonly settings?: JsonObject;
}

export interface Metric {
  readonly id: string;
  readonly type: string;
  readonly field?: string;
  readonly hide?: boolean;
  readonly settings?: JsonObject;
  readonly meta?: JsonObject;
}

export interface Transformation {
  readonly id: string;
  readonly disabled?: boolean;
  /** The frames it is for; without one it is for all. */
  readonly filter?: { readonly id: string; readonly options?: Json };
  readonly options?: JsonObject;
}

export interface FieldConfiguration {
  readonly defaults?: FieldOptions;
  readonly overrides?: readonly Override[];
}

/** What is said of a field: unit, thresholds, name and so on. */
export interface FieldOptions {
  readonly displayName?: string;
  readonly unit?: string;
  readonly decimals?: number;
  readonly min?: number;
  readonly max?: number;
  readonly noValue?: string;
  readonly mappings?: readonly JsonObject[];
  readonly thresholds?: JsonObject;
  readonly color?: JsonObject;
  readonly links?: readonly Json[];
  readonly custom?: JsonObject;
}

export interface Override {
  readonly matcher: { readonly id: string; readonly options?: Json };
  readonly properties: readonly { readonly id: string; readonly value?: Json }[];
}

export interface Variable {
  readonly name: string;
  readonly type: string;
  readonly label?: string;
  readonly query?: Json;
  readonly datasource?: DataSourceReference;
  readonly current?: { readonly text?: Json; readonly value?: Json };
  readonly options?: readonly { readonly text?: Json; readonly value?: Json }[];
  readonly includeAll?: boolean;
  readonly allValue?: string | null;
  readonly multi?: boolean;
  readonly hide?: number;
}

export interface Annotation {
  readonly name: string;
  readonly enable?: boolean;
  readonly datasource?: DataSourceReference;
  readonly target?: JsonObject;
  readonly query?: string;
  readonly timeField?: string;
  readonly timeEndField?: string;
  readonly textField?: string;
  readonly tagsField?: string;
}

/** All panels that show something, those inside rows included, in the order of the page. */
export function panelsOf(dashboard: Dashboard): readonly Panel[] {
  return dashboard.panels
    .flatMap((panel) => [panel, ...(panel.panels ?? [])])
    .filter((panel) => panel.type !== "row");
}

/** True when a panel of the dashboard shows metrics. */
export function showsMetrics(dashboard: Dashboard): boolean {
  return panelsOf(dashboard).some((panel) => panel.datasource?.type === "prometheus");
}
