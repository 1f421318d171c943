import { explanationPanel } from '../figures/style/explanationPanel';
import { pictureUri } from '../pictures/pictureUri';
import type * as tf from '../tensorflow/tf';
import { showPicture } from './showPicture';

/** A picture to show, and the line above it. */
export interface TitledPicture {
  readonly title: string;
  /** `[height, width, 1 | 3]` in [0, 1], or a batch of one of them */
  readonly picture: tf.Tensor;
}

/**
 * Shows pictures side by side in the notebook, as one PNG, since there is nothing to zoom into.
 *
 * @throws outside a notebook, or if there is no picture
 */
export async function showImages(title: string, note: string, pictures: readonly TitledPicture[]): Promise<void> {
  const tiles = await Promise.all(
    pictures.map(async ({ title, picture }) => ({ title, uri: await pictureUri(picture) })),
  );
  await showPicture(
    explanationPanel(title, note, tiles),
    `${title}: ${pictures.map((picture) => picture.title).join(', ')}`,
  );
}
