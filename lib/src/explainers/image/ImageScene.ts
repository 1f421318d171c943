import type { Classifier } from '../../models/Classifier';
import { checkProbability } from '../../models/checkProbability';
import { classify } from '../../models/classify';
import type { Coefficients, NoiseModel, Representation } from '../../representations/Representation';
import * as tf from '../../tensorflow/tf';
import type { Method } from './options/Method';
import { UnfitError } from './UnfitError';
import { type MethodOptions } from './options/MethodOptions';

/** What a mask of one image is judged by: all that an observer of the optimisation may look at. */
export interface ImageScene {
  readonly classifier: Classifier;
  readonly method: Method;
  readonly options: MethodOptions;
  readonly representation: Representation;
  /** `[1, height, width, 3]` in [0, 1] */
  readonly image: tf.Tensor4D;
  /** F(image) */
  readonly coefficients: Coefficients;
  /** What replaces the coefficients of every scale. */
  readonly noise: readonly NoiseModel[];
  /** The class c, and φ_c(x). */
  readonly target: number;
  readonly probability: number;
}

/**
 * Sets the scene for one image.
 *
 * @param image `[height, width, 3]` in [0, 1]
 * @param wanted the class; the most probable one where it is left out
 * @throws RangeError where the classifier gives no finite logits, or the class is so improbable that no mask can be judged by it;
 *   UnfitError where the method does not work on images of that size
 */
export function imageScene(
  given: Pick<ImageScene, 'classifier' | 'method' | 'options'>,
  image: tf.Tensor3D,
  wanted?: number,
): ImageScene {
  const batch = image.expandDims<tf.Tensor4D>(0);
  try {
    const { target, probability } = classify(given.classifier, batch, wanted);
    checkProbability(given.classifier, { target, probability });
    const representation = representationOf(given, image.shape);
    const coefficients = representation.analyse(batch);
    const noise = representation.noise(coefficients);
    return { ...given, representation, image: batch, coefficients, noise, target, probability };
  } catch (error) {
    batch.dispose();
    throw error;
  }
}

function representationOf(
  { method, classifier }: Pick<ImageScene, 'classifier' | 'method'>,
  [height, width]: readonly [number, number, number],
): Representation {
  try {
    return method.representation([height, width]);
  } catch (cause) {
    throw new UnfitError(
      `method must fit the images of ${classifier.name}, got ${method.name}: ${(cause as Error).message}`,
      { cause },
    );
  }
}

/** Frees what `imageScene` made: the classifier is not part of it. */
export function disposeScene({ representation, image, coefficients, noise }: ImageScene): void {
  tf.dispose([image, ...coefficients, ...noise.flatMap(({ centre, spread }) => [centre, spread])]);
  representation.dispose();
}
