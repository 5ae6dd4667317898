/** The JSON of a dashboard as Grafana reads it: the parts that rules look at. */
export interface DashboardJson {
  uid: string;
  title: string;
  description: string;
  tags: string[];
  timezone: string;
  weekStart: string;
  fiscalYearStartMonth: number;
  editable: boolean;
  graphTooltip: number;
  refresh: string;
  schemaVersion: number;
  time: { from: string; to: string };
  timepicker: { hidden: boolean; refresh_intervals: string[] };
  templating: { list: VariableJson[] };
  annotations: { list: AnnotationJson[] };
  links: LinkJson[];
  panels: PanelJson[];
}

export interface VariableJson {
  type: string;
  name: string;
  label: string;
  hide: number;
  query: string;
  regex?: string;
  refresh?: number;
  multi: boolean;
  includeAll: boolean;
  allValue?: string;
  datasource?: SourceJson;
  current?: { text: string | string[]; value: string | string[] };
}

export interface SourceJson {
  type: string;
  uid: string;
}

export interface AnnotationJson {
  name: string;
  datasource: SourceJson;
  query: string;
  timeField: string;
  timeEndField?: string;
  textField: string;
  tagsField: string;
}

export interface LinkJson {
  title: string;
  url: string;
  includeVars: boolean;
  keepTime: boolean;
}

export interface PanelJson {
  id: number;
  type: string;
  title: string;
  description?: string;
  gridPos: { x: number; y: number; w: number; h: number };
  datasource?: SourceJson;
  targets?: TargetJson[];
  timeFrom?: string;
  transformations?: TransformationJson[];
  options?: { reduceOptions?: { calcs: string[]; values: boolean; fields?: string } };
  fieldConfig?: {
    defaults: { unit?: string; noValue?: string };
    overrides: OverrideJson[];
  };
}

export interface TransformationJson {
  id: string;
  filter?: { id: string; options: string };
  options: Record<string, unknown>;
}

export interface OverrideJson {
  matcher: { id: string; options: string };
  properties: { id: string; value?: unknown }[];
}

export interface TargetJson {
  refId: string;
  datasource: SourceJson;
  query?: string;
  timeField?: string;
  alias?: string;
  metrics?: MetricJson[];
  bucketAggs?: BucketJson[];
  expr?: string;
  legendFormat?: string;
}

export interface MetricJson {
  id: string;
  type: string;
  field?: string;
  settings?: { size?: string; percents?: string[] };
}

export interface BucketJson {
  id: string;
  type: string;
  field?: string;
  settings?: {
    size?: string;
    order?: string;
    orderBy?: string;
    interval?: string;
    timeZone?: string;
    min_doc_count?: string;
    missing?: string;
    filters?: { label: string; query: string }[];
  };
}

/** Of one override, the value of one property. */
export function property(override: OverrideJson, id: string): unknown {
  return override.properties.find((candidate) => candidate.id === id)?.value;
}

export function targets(panel: PanelJson): TargetJson[] {
  return panel.targets ?? [];
}

/** Panels that ask a data source. */
export function queryPanels(dashboard: DashboardJson): PanelJson[] {
  return dashboard.panels.filter((panel) => panel.type !== "row" && panel.type !== "text");
}

export function overrides(panel: PanelJson): OverrideJson[] {
  return panel.fieldConfig?.overrides ?? [];
}
