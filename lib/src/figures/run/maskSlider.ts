import type { Figure } from '../../render/Figure';
import { pictureSlider } from '../style/pictureSlider';

/** The mask after some updates. */
export interface MaskFrame {
  readonly iteration: number;
  /** From `pictureUri`. */
  readonly uri: string;
}

/**
 * A mask that evolves under a slider.
 *
 * @param frames at most 20, in the order of the iterations
 * @throws as `pictureSlider`
 */
export function maskSlider(title: string, note: string, frames: readonly MaskFrame[]): Figure {
  const labelled = frames.map(({ iteration, uri }) => ({ label: String(iteration), uri }));
  return pictureSlider(title, note, labelled, { prefix: 'updates of the mask: ' });
}
