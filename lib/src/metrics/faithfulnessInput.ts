import { checkTarget } from '../models/checkTarget';
import type { Classifier } from '../models/Classifier';
import type { RandomKey } from '../random/key';
import { maskShape } from '../representations/maskShape';
import type { Coefficients, Mask, NoiseModel, Representation } from '../representations/Representation';
import type * as tf from '../tensorflow/tf';
import { finiteTensor } from '../validation/finiteTensor';

export interface FaithfulnessInput {
  readonly classifier: Classifier;
  readonly representation: Representation;
  /** `[1, height, width, 3]` in [0, 1] */
  readonly image: tf.Tensor4D;
  /** F(image) */
  readonly coefficients: Coefficients;
  /** What replaces the coefficients of every scale. */
  readonly noise: readonly NoiseModel[];
  /** One entry per coefficient, or one per place where coefficients are stacked. */
  readonly mask: Mask;
  readonly target: number;
  /** φ_c(x) */
  readonly probability: number;
  /** The stream of the noise, and of what else is random. */
  readonly key: RandomKey;
  /** Whether images are clamped to [0, 1] before the classifier sees them. */
  readonly clampImage: boolean;
}

/** @throws RangeError where the class, the probability, the image or the mask is not allowed, naming it */
export function checkFaithfulnessInput(input: FaithfulnessInput): void {
  const { classifier, target, probability, representation, image, coefficients, mask, clampImage } = input;
  checkTarget(target, classifier);
  if (!(probability > 0 && probability <= 1))
    throw new RangeError(`probability must be a number above 0 and up to 1, got ${probability}`);
  const list = (shapes: readonly (readonly number[])[]): string => shapes.map((s) => `[${s.join(', ')}]`).join(' ');
  const got = list(mask.map(({ shape }) => shape));
  const [own, shared] = [false, true].map((stacked) =>
    list(coefficients.map((scale) => maskShape(representation, scale, stacked))),
  );
  if (got !== own && got !== shared)
    throw new RangeError(`mask must have the shape ${own}${own === shared ? '' : ` or ${shared}`}, got ${got}`);
  if (typeof clampImage !== 'boolean')
    throw new RangeError(`clampImage must be true or false, got ${String(clampImage)}`);
  finiteTensor('image', image);
  mask.forEach((scale, i) => finiteTensor(`mask[${i}]`, scale));
}
