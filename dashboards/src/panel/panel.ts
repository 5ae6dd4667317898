import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import {
  ThresholdsMode,
  type DataTransformerConfig,
  type GridPos,
  type Panel,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { type Field, override } from "./field";
import type { TargetShape } from "./target";
import { NO_STEPS } from "./threshold";

/** What every panel says. */
export interface PanelHead {
  /** Unique in the dashboard and never used again: links and alert rules point to it. */
  readonly id: number;
  readonly title: string;
  readonly description: string;
}

export interface QueryPanel extends PanelHead {
  readonly targets: readonly TargetShape[];
  readonly fields: readonly Field[];
  readonly transformations?: readonly DataTransformerConfig[];
  /** Looks back this far, whatever the dashboard's time range is: for what stands open now. */
  readonly lookBack?: string;
  /** Shown where there is no value. */
  readonly noValue?: string;
}

/** A panel that waits for its place. */
export type PanelShape = (place: GridPos) => Panel;

type PanelOptions = Pick<Panel, "options" | "fieldConfig">;

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Completes what a builder of the SDK made; the SDK leaves ids out and places panels wrongly. */
export function complete(
  builder: Builder<Panel>,
  panel: QueryPanel,
  place: GridPos,
): Panel {
  const targets = panel.targets.map((target, index) => target(LETTERS.charAt(index)).build());
  const made = builder.build();
  const options: PanelOptions = {
    options: made.options,
    fieldConfig: {
      ...made.fieldConfig,
      defaults: {
        // Without any of its own a panel would turn red from 80 on.
        thresholds: { mode: ThresholdsMode.Absolute, steps: [...NO_STEPS] },
        ...made.fieldConfig?.defaults,
        noValue: panel.noValue ?? "–",
      },
      overrides: panel.fields.map(override),
    },
  };
  const first = (targets[0] as { datasource?: Panel["datasource"] } | undefined)?.datasource;
  return {
    type: made.type,
    id: panel.id,
    title: panel.title,
    description: panel.description,
    gridPos: place,
    ...(first === undefined ? {} : { datasource: first }),
    targets,
    ...(panel.transformations === undefined
      ? {}
      : { transformations: [...panel.transformations] }),
    ...(panel.lookBack === undefined
      ? {}
      : { timeFrom: panel.lookBack, hideTimeOverride: true }),
    ...options,
  };
}
