import * as bargauge from "@grafana/grafana-foundation-sdk/bargauge";
import * as common from "@grafana/grafana-foundation-sdk/common";
import { complete, type PanelShape, type QueryPanel } from "./panel";
import { only } from "./transform";
import { UNIT } from "./unit";

/** One bar per field of the newest row, in the order of the fields. */
export function bars(panel: QueryPanel): PanelShape {
  const fields = only(panel.fields.map((field) => field.name));
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
          new common.ReduceDataOptionsBuilder().values(false).calcs(["last"]).fields("/.*/"),
        ),
      { ...panel, transformations: [...(panel.transformations ?? []), ...fields] },
      place,
    );
}
