import * as common from "@grafana/grafana-foundation-sdk/common";
import * as stat from "@grafana/grafana-foundation-sdk/stat";
import { complete, type PanelShape, type QueryPanel } from "./panel";
import { UNIT } from "./unit";

/** Figures side by side, each with its name. */
export function figures(panel: QueryPanel): PanelShape {
  return (place) =>
    complete(
      new stat.PanelBuilder()
        .unit(UNIT.count)
        .graphMode(common.BigValueGraphMode.None)
        .colorMode(common.BigValueColorMode.Value)
        .textMode(common.BigValueTextMode.ValueAndName)
        .justifyMode(common.BigValueJustifyMode.Auto)
        .orientation(common.VizOrientation.Auto)
        .reduceOptions(
          // Not "lastNotNull": where the newest has no value, an older one must not stand in.
          new common.ReduceDataOptionsBuilder().values(false).calcs(["last"]).fields("/.*/"),
        ),
      panel,
      place,
    );
}
