import type { Classifier } from '../classifiers/Classifier';
import type { RandomKey } from '../random/key';
import type { Coefficients, Mask, Representation } from '../representations/Representation';
import type * as tf from '../tensorflow/tf';

/** What an initialiser may look at. */
export interface InitializerInput {
  readonly classifier: Classifier;
  readonly representation: Representation;
  /** `[1, height, width, 3]` in [0, 1] */
  readonly image: tf.Tensor4D;
  /** F(image) */
  readonly coefficients: Coefficients;
  /** The class to explain. */
  readonly target: number;
  /** The run's own stream of random numbers. */
  readonly key: RandomKey;
}

/** The mask m₀ in [0, 1] before the first update. Named, since studies are keyed by it. */
export interface Initializer {
  readonly name: string;
  initialize(input: InitializerInput): Mask;
}
