import * as common from "@grafana/grafana-foundation-sdk/common";
import * as table from "@grafana/grafana-foundation-sdk/table";
import { complete, type PanelShape, type QueryPanel } from "./panel";
import { only } from "./transform";
import { UNIT } from "./unit";

export interface TablePanel extends QueryPanel {
  /** The label of the column that rows are sorted by. */
  readonly sortBy: string;
  readonly descending?: boolean;
}

/** Its columns are the fields, in their order; others that the result has are left out. */
export function rows(panel: TablePanel): PanelShape {
  const columns = only(panel.fields.map((field) => field.name));
  return (place) =>
    complete(
      new table.PanelBuilder()
        .unit(UNIT.text)
        .showHeader(true)
        .cellHeight(common.TableCellHeight.Sm)
        .filterable(true)
        .cellOptions({ type: common.TableCellDisplayMode.ColorText, wrapText: false })
        .sortBy([
          new common.TableSortByFieldStateBuilder()
            .displayName(panel.sortBy)
            .desc(panel.descending === true),
        ]),
      { ...panel, transformations: [...(panel.transformations ?? []), ...columns] },
      place,
    );
}
