import { range } from 'lodash';
import { randomKey } from '../random/key';
import { uniform } from '../random/uniform';
import * as tf from '../tensorflow/tf';
import type { Classifier } from './Classifier';

/** Waves per picture along rows and columns, one pair per colour; the last picture is grey. */
const waves = [
  [[0.7, 0.4], [0.3, 1.1], [1.3, 0.2]],
  [[0.2, 0.9], [1.6, 0.5], [0.6, 1.4]],
  [[0.5, 0.8], [0.5, 0.8], [0.5, 0.8]],
] as const; // prettier-ignore

/**
 * Pictures to try a model on, the same every time: smooth colours, a fine texture, and pixels of exactly 0 and 1, as photographs
 * have them in their shadows and lights, and as clamping a masked image to [0, 1] makes them.
 *
 * @returns each `[1, height, width, 3]` in [0, 1]
 * @example
 * probePictures([8, 9, 3]).map(({ shape }) => shape.join()) // => ['1,8,9,3', '1,8,9,3', '1,8,9,3']
 */
export function probePictures([height, width]: Classifier['inputShape']): tf.Tensor4D[] {
  return waves.map((picture, index) =>
    tf.tidy(() => {
      const colours = picture.map(([rows, columns]) => {
        const y = tf.tensor2d(range(height).map((row) => [(rows * (row + 0.5)) / height]));
        const x = tf.tensor2d([range(width).map((column) => (columns * (column + 0.5)) / width)]);
        return y.add(x).mul(2 * Math.PI).sin(); // prettier-ignore
      });
      const grey = index === waves.length - 1;
      const texture = uniform<tf.Rank.R3>([height, width, grey ? 1 : 3], randomKey('probe', index)).sub(0.5);
      // 1/2 + 3/5 sin(2π (fᵧ y + fₓ x)) + U(-1/8, 1/8), cut off at 0 and 1
      const light = tf.stack(colours, 2).mul(0.6).add(texture.mul(0.25)).add(0.5).clipByValue(0, 1);
      return light.expandDims<tf.Tensor4D>(0);
    }),
  );
}
