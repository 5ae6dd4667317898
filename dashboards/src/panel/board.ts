import type {
  AnnotationQuery,
  Dashboard,
  DashboardLink,
  GridPos,
  Panel,
  RowPanel,
  VariableModel,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { DashboardCursorSync } from "@grafana/grafana-foundation-sdk/dashboard";
import { TIME_ZONE } from "./bucket";
import type { PanelShape } from "./panel";

const GRID_WIDTH = 24;
const SCHEMA_VERSION = 42;

/** A titled strip of panels of equal height; widths are columns of 24. */
export interface Section {
  /** Of the row panel above it. */
  readonly id: number;
  readonly title: string;
  readonly lines: readonly Line[];
}

export interface Line {
  readonly height: number;
  readonly panels: readonly (readonly [width: number, panel: PanelShape])[];
}

export interface Board {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly from: string;
  readonly to: string;
  /** The time picker is of no use where a variable chooses the year. */
  readonly timePicker?: boolean;
  readonly variables: readonly VariableModel[];
  readonly annotations: readonly AnnotationQuery[];
  readonly links: readonly DashboardLink[];
  readonly sections: readonly Section[];
}

/** The whole dashboard in the JSON of Grafana's file provisioning. */
export function assemble(board: Board): Dashboard {
  return {
    uid: board.uid,
    title: board.title,
    description: board.description,
    tags: [...board.tags],
    timezone: TIME_ZONE,
    weekStart: "monday",
    fiscalYearStartMonth: 0,
    editable: false,
    graphTooltip: DashboardCursorSync.Crosshair,
    refresh: "5m",
    time: { from: board.from, to: board.to },
    timepicker: {
      hidden: board.timePicker === false,
      refresh_intervals: ["1m", "5m", "15m", "1h"],
    },
    schemaVersion: SCHEMA_VERSION,
    version: 1,
    preload: false,
    templating: { list: [...board.variables] },
    annotations: { list: [...board.annotations] },
    links: [...board.links],
    panels: place(board.sections),
  };
}

function place(sections: readonly Section[]): (Panel | RowPanel)[] {
  const panels: (Panel | RowPanel)[] = [];
  let y = 0;
  for (const section of sections) {
    panels.push({
      type: "row",
      id: section.id,
      title: section.title,
      collapsed: false,
      gridPos: { x: 0, y, w: GRID_WIDTH, h: 1 },
      panels: [],
    });
    y += 1;
    for (const line of section.lines) {
      let x = 0;
      for (const [width, panel] of line.panels) {
        const position: GridPos = { x, y, w: width, h: line.height };
        panels.push(panel(position));
        x += width;
      }
      y += line.height;
    }
  }
  return panels;
}
