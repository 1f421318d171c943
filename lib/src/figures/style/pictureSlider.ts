import { chartLayout } from './chartLayout';
import type { Figure } from '../../render/Figure';
import { knownKeys } from '../../validation/knownKeys';

/** One picture under a slider. */
export interface SliderFrame {
  readonly label: string;
  /** From `pictureUri`. */
  readonly uri: string;
}

export interface PictureSliderOptions {
  /** The text in front of the label of the picture that is shown. */
  readonly prefix: string;
  /** How large the pictures are shown, in CSS pixels; 420 × 420 by default. */
  readonly size?: readonly [width: number, height: number];
}

const most = 20;

/**
 * Pictures of one size under a slider.
 *
 * @param frames at most 20, with different labels
 * @throws if there is no frame, or more than 20: they would make a notebook too large
 */
export function pictureSlider(
  title: string,
  note: string,
  frames: readonly SliderFrame[],
  options: PictureSliderOptions,
): Figure {
  const { prefix, size: [width, height] = [420, 420] } = knownKeys('options', options, ['prefix', 'size']);
  if (frames.length === 0 || frames.length > most)
    throw new Error(`frames must be 1 to ${most} pictures, got ${frames.length}`);
  const picture = (uri: string) => ({ type: 'image' as const, source: uri, hoverinfo: 'skip' as const });
  return {
    data: [picture(frames[0]!.uri)],
    frames: frames.map(({ label, uri }) => ({ name: label, data: [picture(uri)] as never })),
    layout: chartLayout(title, note, {
      width: width + 40,
      height: height + 200,
      margin: { t: 90, r: 20, b: 20, l: 20 },
      xaxis: { visible: false },
      yaxis: { visible: false },
      sliders: [
        {
          currentvalue: { prefix },
          // room for the labels at both ends
          x: 0.06,
          len: 0.88,
          steps: frames.map(({ label }) => ({
            label,
            method: 'animate',
            args: [[label], { mode: 'immediate', frame: { duration: 0, redraw: true }, transition: { duration: 0 } }],
          })),
        },
      ],
    }),
  };
}
