/** The room inside a panel, in pixels. */
export interface Box {
  readonly width: number;
  readonly height: number;
}
