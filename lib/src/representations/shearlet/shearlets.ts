import { greyscale } from '../greyscale';
import { projectPath } from '../../project';
import * as tf from '../../tensorflow/tf';
import { knownKeys } from '../../validation/knownKeys';
import { meanAndSpread } from '../noise/meanAndSpread';
import type { Representation } from '../Representation';
import { cachedShearletSystem } from './cachedShearletSystem';
import { FilterBank } from './FilterBank';

export interface ShearletOptions {
  /** J; 4 from 256 px, otherwise 3 by default. */
  readonly scales?: number;
  /** Where systems are kept once they are built. */
  readonly folder?: string;
}

/**
 * The digital shearlet transform of square images, even sizes from 64 px (ShearLab 3D, 2016; `shearletSystem`).
 *
 * Coefficients `[batch, colour, shearlet, height, width]`: cₖ = x ∗ ψₖ, circular. The system is a frame, not a basis: with the frame
 * weight w = Σ ψₖ², F⁻¹(c) = Σ cₖ ∗ ψₖ / w. The noise of a shearlet has the mean ± the standard deviation (n - 1) of the
 * greyscale image's coefficients, and the colours share it.
 *
 * @param shape height and width of the images
 * @throws RangeError where the shape or an option is not allowed
 * @example
 * shearlets([64, 64]).analyse(tf.zeros([1, 64, 64, 3]))[0].shape // => [1, 3, 33, 64, 64]
 */
export function shearlets(
  [height, width]: readonly [height: number, width: number],
  options: ShearletOptions = {},
): Representation {
  const { scales = height < 256 ? 3 : 4, folder = projectPath('data', 'models') } = knownKeys('options', options, [
    'scales',
    'folder',
  ]);
  if (height !== width) throw new RangeError(`shape must be square, got ${height} × ${width}`);
  const system = cachedShearletSystem(height, scales, folder);
  const ψ = tf.tensor3d(system.responses, [system.index.length, height, width]);
  const weighted = tf.tidy(() => ψ.div<tf.Tensor3D>(ψ.square().sum(0, true)));
  const [frame, dual] = [new FilterBank(ψ), new FilterBank(weighted)];
  tf.dispose([ψ, weighted]);

  return {
    name: `shearlets-${scales}`,
    colourAxis: 1,
    stackAxis: 2,
    groups: [system.index.length],
    sharedNoise: true,
    analyse: (images) => [frame.apply(images)],
    synthesise: ([c]) => dual.applyAdjoint(c as tf.Tensor5D),
    synthesiseAdjoint: (images) => [dual.apply(images)],
    drawNoise: (key) => [dual.noise(key)],
    synthesiseNoise: ([weights], samples, key) => dual.applyAdjointToNoise(weights as tf.Tensor5D, samples, key),
    noise: ([c]) => [tf.tidy(() => meanAndSpread(greyscale(c!, 1), [0, 3, 4]))],
    dispose: () => {
      frame.dispose();
      dual.dispose();
    },
  };
}
