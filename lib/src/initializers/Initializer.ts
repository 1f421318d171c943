import type { Classifier } from '../models/Classifier';
import type { RandomKey } from '../random/key';
import type { Mask, Representation } from '../representations/Representation';
import type * as tf from '../tensorflow/tf';

/** How the quantile transform takes its quantiles. */
export interface QuantileOptions {
  /** Their number; `all` is one for every coefficient, that is exact ranks. */
  readonly bins: number | 'all';
  /** How many coefficients, drawn at random, they are taken from. */
  readonly quantileSample: number | 'all';
}

/** What an initialiser may look at. */
export interface InitializerInput {
  readonly classifier: Classifier;
  readonly representation: Representation;
  /** `[1, height, width, 3]` in [0, 1] */
  readonly image: tf.Tensor4D;
  /** The shape of every scale's mask: all that some initialisers need. */
  readonly shapes: readonly (readonly number[])[];
  /** The class to explain. */
  readonly target: number;
  /** The run's own stream of random numbers. */
  readonly key: RandomKey;
  readonly options: QuantileOptions;
}

/** What an initialiser needs, if it does not work with everything. */
export interface InitializerFit {
  /** The methods whose masks it makes, by name. */
  readonly methods?: readonly string[];
  /** The values that a method's options must have, by name. */
  readonly options?: Readonly<Record<string, boolean | number | string>>;
  /** What the classifier must offer. */
  readonly classifier?: readonly ('features' | 'logitsFromFeatures')[];
}

/** The mask m₀ in [0, 1] before the first update. Named, since studies are keyed by it. */
export interface Initializer {
  readonly name: string;
  /** Explainers and studies ask before any work; what is left out does not matter. */
  readonly fits?: InitializerFit;
  /** One tensor per scale, of the given shapes and with values in [0, 1]. The explainer takes them over and disposes them. */
  initialise(input: InitializerInput): Mask;
}
