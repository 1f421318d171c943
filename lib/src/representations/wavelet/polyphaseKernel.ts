import * as tf from '../../tensorflow/tf';

/**
 * The kernel `[taps, taps, 4 colours, 4 colours]` that carries the four phases of an image to its four wavelet bands.
 *
 * Phases: even or odd row (slow), even or odd column. Bands: low-pass in both directions; high along the columns; high along the
 * rows; high in both (PyWavelets' cA, cH, cV, cD). Colours do not mix.
 *
 * @param lowpass h; the high-pass filter is g[k] = (-1)ᵏ⁺¹ h[L-1-k]
 */
export function polyphaseKernel(lowpass: readonly number[], colours: number): tf.Tensor4D {
  const highpass = lowpass.map((_, k) => (k % 2 ? 1 : -1) * lowpass[lowpass.length - 1 - k]!);
  const taps = lowpass.length / 2;
  // correlation tap s of a filter on the even (0) or the odd (1) samples
  const tap = (high: number, s: number, odd: number): number => (high ? highpass : lowpass)[2 * (taps - s) - 1 - odd]!;

  const kernel = tf.buffer([taps, taps, 4 * colours, 4 * colours]);
  for (let y = 0; y < taps; y++)
    for (let x = 0; x < taps; x++)
      for (let phase = 0; phase < 4; phase++)
        for (let band = 0; band < 4; band++)
          for (let colour = 0; colour < colours; colour++)
            kernel.set(
              tap(band & 1, y, phase >> 1) * tap(band >> 1, x, phase & 1),
              ...[y, x, phase * colours + colour, band * colours + colour],
            );
  return kernel.toTensor() as tf.Tensor4D;
}
