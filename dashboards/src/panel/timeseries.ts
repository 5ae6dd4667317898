import * as common from "@grafana/grafana-foundation-sdk/common";
import { ThresholdsConfigBuilder } from "@grafana/grafana-foundation-sdk/dashboard";
import type { Threshold } from "@grafana/grafana-foundation-sdk/dashboard";
import * as timeseries from "@grafana/grafana-foundation-sdk/timeseries";
import { complete, type PanelShape, type QueryPanel } from "./panel";
import type { Unit } from "./unit";

export interface CurvePanel extends QueryPanel {
  readonly unit: Unit;
  readonly max?: number;
  /** Drawn as lines across the panel. */
  readonly limits?: readonly Threshold[];
}

function base(panel: CurvePanel): timeseries.PanelBuilder {
  const builder = new timeseries.PanelBuilder()
    .unit(panel.unit)
    .min(0)
    .legend(
      new common.VizLegendOptionsBuilder()
        .showLegend(true)
        .displayMode(common.LegendDisplayMode.List)
        .placement(common.LegendPlacement.Bottom)
        .calcs([]),
    )
    .tooltip(
      new common.VizTooltipOptionsBuilder()
        .mode(common.TooltipDisplayMode.Multi)
        .sort(common.SortOrder.None),
    );
  if (panel.max !== undefined) {
    builder.max(panel.max);
  }
  if (panel.limits !== undefined) {
    builder
      .thresholds(new ThresholdsConfigBuilder().steps([...panel.limits]))
      .thresholdsStyle(
        new common.GraphThresholdsStyleConfigBuilder().mode(
          common.GraphThresholdsStyleMode.Dashed,
        ),
      );
  }
  return builder;
}

export function lines(panel: CurvePanel): PanelShape {
  return (place) =>
    complete(
      base(panel)
        .drawStyle(common.GraphDrawStyle.Line)
        .lineWidth(2)
        .fillOpacity(0)
        // A line may lead over cohorts that are left out; the points are what is known.
        .showPoints(common.VisibilityMode.Always)
        .spanNulls(false),
      panel,
      place,
    );
}

/** Counts on top of each other. */
export function stackedBars(panel: CurvePanel): PanelShape {
  return (place) =>
    complete(
      base(panel)
        .drawStyle(common.GraphDrawStyle.Bars)
        .lineWidth(0)
        .fillOpacity(80)
        .showPoints(common.VisibilityMode.Never)
        .stacking(new common.StackingConfigBuilder().mode(common.StackingMode.Normal).group("A")),
      panel,
      place,
    );
}
