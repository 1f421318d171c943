import { adjointPair } from '../../tensorflow/adjointPair';
import { rawOp } from '../../tensorflow/rawOp';
import * as tf from '../../tensorflow/tf';
import { polyphaseKernel } from './polyphaseKernel';

/** One level of the transform, on channels-last tensors; both directions are differentiable. */
export interface WaveletLevel {
  /** Height and width of a band. */
  readonly size: readonly [height: number, width: number];
  /** `[batch, height, width, colour]` to `[batch, h, w, 4 colours]`: four bands, each with all colours. */
  readonly analyse: (tensor: tf.Tensor4D) => tf.Tensor4D;
  /** The transpose of `analyse`, which is its inverse too, since the wavelet is orthonormal. */
  readonly synthesise: (tensor: tf.Tensor4D) => tf.Tensor4D;
  dispose(): void;
}

/**
 * One level of the two-dimensional wavelet transform of an image surrounded by zeros.
 *
 * In one dimension a[o] = Σₜ h[2t] x[2(o-t)+1] + h[2t+1] x[2(o-t)], a full convolution of the odd and the even samples. In two
 * dimensions, likewise, one small convolution carries the four phases of the image (even or odd row, even or odd column) to the
 * four bands, and the transposed convolution carries the bands back.
 *
 * @param lowpass h, the analysis filter of an orthonormal wavelet
 * @param size height and width of the image
 */
export function waveletLevel(
  lowpass: readonly number[],
  [height, width]: readonly [number, number],
  colours: number,
): WaveletLevel {
  const taps = lowpass.length / 2;
  const [oddRow, oddColumn] = [height % 2, width % 2];
  const toBands = polyphaseKernel(lowpass, colours);
  const toPhases = tf.tidy(() => toBands.reverse([0, 1]).transpose<tf.Tensor4D>([0, 1, 3, 2]));
  const border: [number, number] = [taps - 1, taps - 1];

  const [analyse, synthesise] = adjointPair(
    (image: tf.Tensor4D) => {
      const even = oddRow || oddColumn ? image.pad([[0, 0], [0, oddRow], [0, oddColumn], [0, 0]]) : image; // prettier-ignore
      return tf.conv2d(spaceToDepth(even), toBands, 1, [[0, 0], border, border, [0, 0]]);
    },
    (bands: tf.Tensor4D) => {
      const even = tf.depthToSpace(tf.conv2d(bands, toPhases, 1, 'valid'), 2);
      return oddRow || oddColumn ? even.slice([0, 0, 0, 0], [-1, height, width, -1]) : even;
    },
  );
  return {
    size: [(height + oddRow) / 2 + taps - 1, (width + oddColumn) / 2 + taps - 1],
    analyse,
    synthesise,
    dispose: () => tf.dispose([toBands, toPhases]),
  };
}

/** Moves the four phases of every 2 × 2 block into the last axis. */
function spaceToDepth(image: tf.Tensor): tf.Tensor4D {
  return rawOp('SpaceToDepth', [image], { T: { type: 'float32' }, block_size: { int: 2 } }) as tf.Tensor4D;
}
