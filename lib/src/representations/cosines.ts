import * as tf from '../tensorflow/tf';
import { positiveInteger } from '../validation/positiveInteger';
import { checkImages } from './checkImages';
import { meanAndSpread } from './noise/meanAndSpread';
import type { Representation } from './Representation';

/**
 * The orthonormal two-dimensional discrete cosine transform (DCT-II, Ahmed, Natarajan and Rao, 1974), any size.
 *
 * Coefficients `[batch, colour, height, width]`: C_h X C_wᵀ of every colour. C is orthogonal, so that F⁻¹ = Fᵀ and its adjoint is F.
 * The noise has the mean ± the standard deviation (n - 1) of all coefficients, each colour its own.
 *
 * @param shape height and width of the images
 * @throws RangeError where the shape is not allowed
 * @example
 * cosines([8, 9]).analyse(tf.zeros([1, 8, 9, 3]))[0].shape // => [1, 3, 8, 9]
 */
export function cosines([height, width]: readonly [height: number, width: number]): Representation {
  positiveInteger('height', height);
  positiveInteger('width', width);
  const [rows, columns] = [cosineMatrix(height), cosineMatrix(width)];
  const analyse = (images: tf.Tensor4D): tf.Tensor[] => {
    checkImages(images, [height, width]);
    return [tf.tidy(() => tf.matMul(tf.matMul(rows, images.transpose([0, 3, 1, 2])), columns, false, true))];
  };
  return {
    name: 'cosines',
    colourAxis: 1,
    groups: [1],
    sharedNoise: false,
    analyse,
    synthesise: ([coefficients]) =>
      tf.tidy(() => tf.matMul(tf.matMul(rows, coefficients!, true), columns).transpose([0, 2, 3, 1])),
    synthesiseAdjoint: analyse,
    noise: ([coefficients]) => [meanAndSpread(coefficients!)],
    dispose: () => tf.dispose([rows, columns]),
  };
}

/** C[k, n] = √(2/N) cos(π k (2n + 1) / 2N), the first row divided by √2; `[1, 1, N, N]`. */
function cosineMatrix(N: number): tf.Tensor4D {
  const C = Float32Array.from({ length: N * N }, (_, i) => {
    const [k, n] = [Math.floor(i / N), i % N];
    return Math.sqrt((k ? 2 : 1) / N) * Math.cos((Math.PI * k * (2 * n + 1)) / (2 * N));
  });
  return tf.tensor4d(C, [1, 1, N, N]);
}
