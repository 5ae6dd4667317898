import * as common from "@grafana/grafana-foundation-sdk/common";
import * as table from "@grafana/grafana-foundation-sdk/table";
import type { Field } from "./field";
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
        .sortBy([
          new common.TableSortByFieldStateBuilder()
            .displayName(panel.sortBy)
            .desc(panel.descending === true),
        ]),
      {
        ...panel,
        fields: panel.fields.map(colored),
        transformations: [...(panel.transformations ?? []), ...columns],
      },
      place,
    );
}

/** Only what a colour says something about is coloured. */
function colored(field: Field): Field {
  const mapped = JSON.stringify(field.mappings ?? []).includes('"color"');
  return mapped || field.thresholds !== undefined ? { ...field, coloredText: true } : field;
}
