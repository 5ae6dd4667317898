import * as text from "@grafana/grafana-foundation-sdk/text";
import type { PanelHead, PanelShape } from "./panel";

export interface NotePanel extends PanelHead {
  /** Markdown. */
  readonly content: string;
}

/** Explains, and queries nothing. */
export function note(panel: NotePanel): PanelShape {
  return (place) => {
    const made = new text.PanelBuilder().mode(text.TextMode.Markdown).content(panel.content).build();
    return {
      type: made.type,
      id: panel.id,
      title: panel.title,
      description: panel.description,
      gridPos: place,
      options: made.options,
      fieldConfig: { defaults: {}, overrides: [] },
    };
  };
}
