import * as bargauge from "@grafana/grafana-foundation-sdk/bargauge";
import * as common from "@grafana/grafana-foundation-sdk/common";
import { complete, type PanelShape, type QueryPanel } from "./panel";
import { only } from "./transform";
import { UNIT } from "./unit";

/** One bar per field of the newest row, in the order of the fields. */
export function bars(panel: QueryPanel): PanelShape {
  return gauge({
    ...panel,
    transformations: [
      ...(panel.transformations ?? []),
      ...only(panel.fields.map((field) => field.name)),
    ],
  }, false);
}

/** One bar per row; the first field names the row, the second is its length. */
export function barPerRow(panel: QueryPanel): PanelShape {
  return gauge({
    ...panel,
    transformations: [
      ...(panel.transformations ?? []),
      ...only(panel.fields.map((field) => field.name)),
    ],
  }, true);
}

function gauge(panel: QueryPanel, perRow: boolean): PanelShape {
  return (place) =>
    complete(
      new bargauge.PanelBuilder()
        .unit(UNIT.count)
        .min(0)
        .orientation(common.VizOrientation.Horizontal)
        .displayMode(common.BarGaugeDisplayMode.Basic)
        .namePlacement(common.BarGaugeNamePlacement.Left)
        .showUnfilled(true)
        .reduceOptions(
          perRow
            ? new common.ReduceDataOptionsBuilder().values(true).calcs(["last"]).fields("")
            : new common.ReduceDataOptionsBuilder().values(false).calcs(["last"]).fields("/.*/"),
        ),
      panel,
      place,
    );
}
