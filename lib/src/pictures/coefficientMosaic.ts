import * as tf from '../tensorflow/tf';

/** The value between the bands, and beside a band that is smaller than its neighbour. */
const WHITE = 1;

/**
 * One value per wavelet coefficient (a mask, say) as one picture: the wavelet pyramid as Mallat draws it (1989, figure 9).
 *
 * The approximation is in the upper left corner, and finer and finer scales lie around it: to the right what changes fast along a row,
 * below what changes fast along a column, and diagonally what does both, like the axes of a Fourier transform.
 *
 * @param scales in the shape of a mask of `wavelets`: `[1, 1, h, w, 1]`, then `[1, 3, h, w, 1]` from coarse to fine; values in [0, 1]
 * @returns `[height, width, 1]`, white lines between the bands
 * @throws if a scale has another shape
 * @example
 * coefficientMosaic([tf.zeros([1, 1, 1, 1, 1]), tf.ones([1, 3, 1, 1, 1]).mul(0.5)]).squeeze() // => [[0, 1, 0.5], [1, 1, 1], [0.5, 1, 0.5]]
 */
export function coefficientMosaic(scales: readonly tf.Tensor[]): tf.Tensor3D {
  const strange = scales.findIndex(
    ({ shape: [batch, bands, , , colours] }, i) => batch !== 1 || bands !== (i ? 3 : 1) || colours !== 1,
  );
  if (scales.length === 0 || strange >= 0)
    throw new RangeError(
      `scales must have the shapes of a wavelet mask, got ${scales.map(({ shape }) => `[${shape.join(', ')}]`).join(' ') || 'none'}`,
    );
  return tf.tidy(() => {
    const [[approximation], ...details] = scales.map((scale) => tf.unstack(scale.squeeze([0]))) as [
      tf.Tensor[],
      ...tf.Tensor[][],
    ];
    return details.reduce((corner, [below, right, diagonal]) => {
      const fine = diagonal!.shape;
      const coarse = [0, 1].map((axis) => Math.max(corner.shape[axis]!, fine[axis]!) + 1);
      const fit = (band: tf.Tensor, height: number, width: number): tf.Tensor =>
        band.pad([[0, height - band.shape[0]], [0, width - band.shape[1]!], [0, 0]], WHITE); // prettier-ignore
      return tf.concat([
        tf.concat([fit(corner, coarse[0]!, coarse[1]!), fit(right!, coarse[0]!, fine[1]!)], 1),
        tf.concat([fit(below!, fine[0], coarse[1]!), diagonal!], 1),
      ]);
    }, approximation!) as tf.Tensor3D;
  });
}
