import { chartLayout } from './chartLayout';
import type { Figure } from './Figure';

/** The mask after some updates. */
export interface MaskFrame {
  readonly iteration: number;
  /** From `pictureUri`. */
  readonly uri: string;
}

const most = 20;

/**
 * A mask that evolves under a slider.
 *
 * @param frames at most 20, in the order of the iterations
 * @throws if there is no frame, or more than 20: they would make a notebook too large
 */
export function maskSlider(title: string, note: string, frames: readonly MaskFrame[]): Figure {
  if (frames.length === 0 || frames.length > most)
    throw new Error(`frames must be 1 to ${most} pictures, got ${frames.length}`);
  const picture = (uri: string) => ({ type: 'image' as const, source: uri, hoverinfo: 'skip' as const });
  return {
    data: [picture(frames[0]!.uri)],
    frames: frames.map(({ iteration, uri }) => ({ name: String(iteration), data: [picture(uri)] as never })),
    layout: chartLayout(title, note, {
      width: 460,
      height: 620,
      margin: { t: 90, r: 20, b: 20, l: 20 },
      xaxis: { visible: false },
      yaxis: { visible: false },
      sliders: [
        {
          currentvalue: { prefix: 'updates of the mask: ' },
          steps: frames.map(({ iteration }) => ({
            label: String(iteration),
            method: 'animate',
            args: [[String(iteration)], { mode: 'immediate', frame: { duration: 0, redraw: true }, transition: { duration: 0 } }],
          })),
        },
      ],
    }),
  };
}
