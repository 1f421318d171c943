import * as tf from '../tensorflow/tf';
import { inRange } from '../validation/inRange';
import { knownKeys } from '../validation/knownKeys';
import type { Transformation } from './Transformation';

/** The moments after `step` updates, one pair for every parameter tensor. */
export type AdamState = {
  readonly step: number;
  readonly first: tf.Tensor[];
  readonly second: tf.Tensor[];
};

/** Step size, decay of both moments, and what keeps the denominator from 0. */
export interface AdamOptions {
  /** α, up to 1: one such step takes a mask from one end to the other. */
  readonly learningRate?: number;
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
}

export interface Adam extends Transformation<AdamState> {
  readonly options: Readonly<Required<AdamOptions>>;
}

const defaults = { learningRate: 0.1, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/** The square of anything larger may be no float32; an update is the same from here on, since it is a quotient of gradients. */
const largest = 1e19;

/**
 * Adam (Kingma and Ba, 2015, algorithm 1), with ε outside the root as in PyTorch.
 *
 * The gradient of a mean over millions of coefficients is of the order of 1e-7: ε = 1e-8 is part of the method.
 *
 * @throws RangeError where an option is unknown or out of its range
 * @example
 * adam().update([tf.tensor1d([3, -2])], adam().init([tf.zeros([2])])).updates // => [[-0.1, 0.1]]
 */
export function adam(options: AdamOptions = {}): Adam {
  knownKeys('optimizer', options, Object.keys(defaults));
  const { learningRate, beta1, beta2, epsilon } = { ...defaults, ...options };
  inRange('learningRate', learningRate, 0, 1);
  if (inRange('epsilon', epsilon, 0, 1) === 0) throw new RangeError('epsilon must be above 0, got 0');
  for (const [name, value] of Object.entries({ beta1, beta2 }))
    if (inRange(name, value, 0, 1) === 1) throw new RangeError(`${name} must be less than 1, got 1`);
  return {
    options: { learningRate, beta1, beta2, epsilon },
    init: (parameters) => ({
      step: 0,
      first: parameters.map((parameter) => tf.zerosLike(parameter)),
      second: parameters.map((parameter) => tf.zerosLike(parameter)),
    }),
    update: (gradients, previous) =>
      tf.tidy(() => {
        const step = previous.step + 1;
        const bounded = gradients.map((g) => g.clipByValue(-largest, largest));
        // m ← β₁ m + (1 - β₁) g;  v ← β₂ v + (1 - β₂) g²
        const first = bounded.map((g, i) => previous.first[i]!.mul(beta1).add(g.mul(1 - beta1)));
        const second = bounded.map((g, i) => previous.second[i]!.mul(beta2).add(g.square().mul(1 - beta2)));
        // Δθ = -α m̂ / (√v̂ + ε),  m̂ = m / (1 - β₁ᵗ),  v̂ = v / (1 - β₂ᵗ)
        const rate = -learningRate / (1 - beta1 ** step);
        const updates = first.map((m, i) =>
          m.mul(rate).div(
            second[i]!.div(1 - beta2 ** step)
              .sqrt()
              .add(epsilon),
          ),
        );
        return { updates, state: { step, first, second } };
      }),
  };
}
