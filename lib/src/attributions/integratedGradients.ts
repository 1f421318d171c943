import { chunk, range } from 'lodash';
import type { Classifier } from '../models/Classifier';
import type { RandomKey } from '../random/key';
import * as tf from '../tensorflow/tf';
import { finiteTensor } from '../validation/finiteTensor';
import { knownKeys } from '../validation/knownKeys';
import { positiveInteger } from '../validation/positiveInteger';
import { checkAttribution } from './checkAttribution';
import { gaussLegendre } from '../numerics/gaussLegendre';
import { inputGradient } from './inputGradient';
import { noiseBaseline } from './noiseBaseline';

/** How the path from the baseline to the image is walked. */
export interface IntegratedGradientsOptions {
  /** Number of Gauss-Legendre nodes, 50 by default. */
  readonly steps?: number;
  /** Where the path starts, `[1, height, width, 3]`; by default a draw of noise (`noiseBaseline`), as in the paper. */
  readonly baseline?: tf.Tensor4D;
  /** Of that draw, [0, 0] by default. */
  readonly key?: RandomKey;
}

/** How many images go through the network at once: what bounds the memory. */
const batchSize = 16;

/**
 * Integrated gradients of one class's logit (Sundararajan et al. 2017, https://arxiv.org/abs/1703.01365):
 * IGᵢ(x) = (xᵢ - x'ᵢ) ∫₀¹ ∂φ_c(x' + α (x - x'))/∂xᵢ dα. Signed; their sum is φ_c(x) - φ_c(x') up to the error of the quadrature.
 *
 * @param image x, `[1, height, width, 3]` in [0, 1]
 * @param target the class c
 * @returns the shape of the image
 * @throws RangeError where the image, the class or an option does not fit, or the gradient is not finite
 * @example
 * const attribution = integratedGradients(classifier, image, 281, { baseline: tf.zerosLike(image) });
 * attribution.shape // => [1, 224, 224, 3]
 */
export function integratedGradients(
  classifier: Classifier,
  image: tf.Tensor4D,
  target: number,
  options: IntegratedGradientsOptions = {},
): tf.Tensor4D {
  const { steps = 50, baseline, key = [0, 0] } = knownKeys('options', options, ['steps', 'baseline', 'key']);
  checkAttribution(classifier, image, target);
  if (baseline && baseline.shape.join() !== image.shape.join())
    throw new RangeError(
      `baseline must have the shape [${image.shape.join(', ')}], got [${baseline.shape.join(', ')}]`,
    );
  if (baseline) finiteTensor('baseline', baseline);
  const { nodes, weights } = gaussLegendre(positiveInteger('steps', steps));
  return tf.tidy(() => {
    const start = baseline ?? noiseBaseline(image, key);
    const path = image.sub(start);
    // ∫₀¹ f(α) dα = ½ ∫₋₁¹ f((1 + t) / 2) dt ≈ ½ Σ wₖ f((1 + tₖ) / 2)
    const column = (values: number[]): tf.Tensor4D => tf.tensor4d(values, [values.length, 1, 1, 1]);
    const parts = chunk(range(steps), batchSize).map((ks) =>
      tf.tidy(() => {
        const points = start.add<tf.Tensor4D>(path.mul(column(ks.map((k) => (1 + nodes[k]!) / 2))));
        return inputGradient(classifier, points, target)
          .mul(column(ks.map((k) => weights[k]! / 2)))
          .sum(0, true);
      }),
    );
    return path.mul(tf.addN(parts));
  });
}
