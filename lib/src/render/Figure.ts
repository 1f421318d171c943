import type { Data, Frame, Layout } from 'plotly.js';

/** A Plotly figure of a fixed size in CSS pixels. */
export interface Figure {
  readonly data: Data[];
  readonly layout: Partial<Layout> & { readonly width: number; readonly height: number };
  /** Steps of an animation. */
  readonly frames?: Partial<Frame>[];
}
