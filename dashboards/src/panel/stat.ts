import * as common from "@grafana/grafana-foundation-sdk/common";
import * as stat from "@grafana/grafana-foundation-sdk/stat";
import { complete, type PanelShape, type QueryPanel } from "./panel";
import { UNIT } from "./unit";

/** The fields of one row side by side, each with its name. */
export function figures(panel: QueryPanel): PanelShape {
  return sideBySide(panel, "/.*/");
}

/** One figure per series; the time that comes with it is not shown. */
export function figurePerSeries(panel: QueryPanel): PanelShape {
  return sideBySide(panel, "");
}

function sideBySide(panel: QueryPanel, fields: string): PanelShape {
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
          new common.ReduceDataOptionsBuilder().values(false).calcs(["last"]).fields(fields),
        ),
      panel,
      place,
    );
}

/** One figure per row of the result; the field of text names it. */
export function figuresPerRow(panel: QueryPanel): PanelShape {
  return (place) =>
    complete(
      new stat.PanelBuilder()
        .unit(UNIT.count)
        .graphMode(common.BigValueGraphMode.None)
        .colorMode(common.BigValueColorMode.None)
        .textMode(common.BigValueTextMode.ValueAndName)
        .justifyMode(common.BigValueJustifyMode.Auto)
        .orientation(common.VizOrientation.Auto)
        .reduceOptions(
          new common.ReduceDataOptionsBuilder().values(true).calcs(["last"]).fields(""),
        ),
      panel,
      place,
    );
}
