import type {
  DashboardLink,
  DynamicConfigValue,
  Threshold,
  ValueMapping,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { ThresholdsMode } from "@grafana/grafana-foundation-sdk/dashboard";
import type { Unit } from "./unit";

/** How one field of the result is shown: a column, a series or a figure. */
export interface Field {
  /** Exactly as Grafana names it in the result. */
  readonly name: string;
  readonly label: string;
  readonly unit: Unit;
  readonly decimals?: number;
  readonly mappings?: readonly ValueMapping[];
  readonly thresholds?: readonly Threshold[];
  readonly links?: readonly FieldLink[];
  /** Pixels of a column. */
  readonly width?: number;
  /** Shown where there is no value. */
  readonly noValue?: string;
  readonly color?: string;
  /** Puts the series on the right axis, as bars behind the lines. */
  readonly bars?: boolean;
  readonly dashed?: boolean;
  /** Colours the text of a column's cells. */
  readonly coloredText?: boolean;
}

/** A link of a cell: the SDK's builder writes more than Grafana wants there. */
export interface FieldLink {
  readonly title: string;
  readonly url: string;
}

export interface Override {
  matcher: { id: string; options: string };
  properties: DynamicConfigValue[];
}

export function override(field: Field): Override {
  const properties: DynamicConfigValue[] = [
    { id: "displayName", value: field.label },
    { id: "unit", value: field.unit },
  ];
  const add = (id: string, value: unknown): void => {
    if (value !== undefined) {
      properties.push({ id, value });
    }
  };
  add("decimals", field.decimals);
  add("mappings", field.mappings);
  add("noValue", field.noValue);
  add("links", field.links as readonly DashboardLink[] | undefined);
  add("custom.width", field.width);
  if (field.thresholds !== undefined) {
    add("thresholds", { mode: ThresholdsMode.Absolute, steps: field.thresholds });
    add("color", { mode: "thresholds" });
  }
  if (field.color !== undefined) {
    add("color", { mode: "fixed", fixedColor: field.color });
  }
  if (field.bars === true) {
    add("custom.drawStyle", "bars");
    add("custom.fillOpacity", 20);
    add("custom.axisPlacement", "right");
    add("custom.lineWidth", 0);
    // The panel's own bound is for the left axis.
    add("max", null);
  }
  if (field.coloredText === true) {
    add("custom.cellOptions", { type: "color-text" });
  }
  if (field.dashed === true) {
    add("custom.lineStyle", { fill: "dash", dash: [8, 6] });
  }
  return { matcher: { id: "byName", options: field.name }, properties };
}
