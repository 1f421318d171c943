import { imageHash } from '../../files/images/imageHash';
import { checkImage } from '../../models/checkImage';
import { checkTarget } from '../../models/checkTarget';
import type { Classifier } from '../../models/Classifier';
import { chain } from '../../optimizers/chain';
import { normalise } from '../../optimizers/normalise';
import { foldIn, randomKey } from '../../random/key';
import * as tf from '../../tensorflow/tf';
import { knownKeys } from '../../validation/knownKeys';
import { versions } from '../../versions';
import type { Explainer } from '../Explainer';
import { solveMaskProblem } from '../solveMaskProblem';
import type { ExplainerOptions, ExplainOptions } from './options/ExplainerOptions';
import { Explanation } from './Explanation';
import { ImageProblem } from './ImageProblem';
import { disposeScene, imageScene, type ImageScene } from './ImageScene';
import { initialMask } from './initialMask';
import type { IterationRecord } from './IterationRecord';
import { keptPicture } from './keptPicture';
import { explainerSettings, type ExplainerSettings } from './options/explainerSettings';
import type { Method } from './options/Method';

/** What every image method does: built once from a classifier, used on many images. */
export class ImageExplainer implements Explainer<
  tf.Tensor3D,
  ExplainOptions,
  IterationRecord,
  ImageScene,
  Explanation
> {
  private readonly settings: ExplainerSettings;

  /** @throws RangeError where an option is unknown or not allowed, or the initialiser does not fit the method or the classifier */
  constructor(
    readonly classifier: Classifier,
    readonly method: Method,
    options: ExplainerOptions = {},
  ) {
    this.settings = explainerSettings(classifier, method, options);
  }

  /**
   * Optimises the mask of one image. The noise depends on the seed, the image, the method and the iteration but not on the
   * initialiser, so that two initialisers can be compared in pairs.
   *
   * @param image `[height, width, 3]` in [0, 1], of the classifier's input size
   * @throws RangeError where the image or an option does not fit, before any work is done; OptimizationError where a number of an
   *   iteration is not finite
   */
  async explain(image: tf.Tensor3D, call: ExplainOptions = {}): Promise<Explanation> {
    const problem = this.prepare(image, call);
    try {
      return await this.solve(problem, call);
    } finally {
      problem.dispose();
    }
  }

  /**
   * The mask problem of one image: its scene, its start, and what an iteration evaluates. The caller disposes it.
   *
   * @throws as `explain`
   */
  prepare(image: tf.Tensor3D, call: ExplainOptions = {}): ImageProblem {
    const { classifier, method } = this;
    const { options, initializer, samples } = this.settings;
    const { target, seed = 0 } = knownKeys('call', call, ['target', 'seed', 'onIteration', 'signal']);
    checkImage(image, classifier);
    if (target !== undefined) checkTarget(target, classifier);
    if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be an integer, got ${seed}`);
    const key = randomKey(seed, imageHash(image), method.name);
    const scene = imageScene({ classifier, method, options }, image, target);
    try {
      const start = initialMask(initializer, scene, foldIn(key, 'mask'));
      return new ImageProblem(scene, start, { samples, key: foldIn(key, 'noise') });
    } catch (error) {
      disposeScene(scene);
      throw error;
    }
  }

  /** What comes of a prepared problem; it stays the caller's. */
  async solve(problem: ImageProblem, { seed = 0, onIteration, signal }: ExplainOptions = {}): Promise<Explanation> {
    const { classifier, method } = this;
    const { variant, options, initializer, samples, iterations, adam } = this.settings;
    const { representation, image, coefficients, target, probability } = problem.scene;
    const optimizer = options.normaliseGradient ? chain(normalise(), adam) : adam;
    const { parameters: mask, state, history } = await solveMaskProblem(problem, { optimizer, iterations, onIteration, signal }); // prettier-ignore
    tf.dispose(state);
    return new Explanation(
      { image: image.squeeze([0]), mask, picture: keptPicture(representation, coefficients, mask) },
      {
        history,
        method: method.name,
        variant,
        options,
        optimizer: adam.options,
        initializer: initializer.name,
        classifier: classifier.name,
        target,
        label: classifier.labels[target]!,
        probability,
        seed,
        samples,
        iterations,
        versions: versions(),
      },
    );
  }
}
