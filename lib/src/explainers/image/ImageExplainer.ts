import { isEqual, uniqWith } from 'lodash';
import { checkImage } from '../../models/checkImage';
import { classify } from '../../models/classify';
import type { Classifier } from '../../models/Classifier';
import { imageHash } from '../../files/images/imageHash';
import type { Initializer, InitializerInput } from '../../initializers/Initializer';
import { initializers } from '../../initializers/initializers';
import { adam, type Adam } from '../../optimizers/adam';
import { optimizeMask, type Evaluation } from '../../optimizers/optimizeMask';
import { foldIn, randomKey, type RandomKey } from '../../random/key';
import { maskShape } from '../../representations/maskShape';
import type { Coefficients, Mask } from '../../representations/Representation';
import * as tf from '../../tensorflow/tf';
import { byName } from '../../validation/byName';
import { positiveInteger } from '../../validation/positiveInteger';
import { versions } from '../../versions';
import { checkCall, checkMask, checkOptions } from './checkArguments';
import type { ExplainerOptions, ExplainOptions } from './ExplainerOptions';
import { Explanation } from './Explanation';
import { ImageObjective, type ImageObjectiveInput } from './ImageProblem';
import type { IterationRecord } from './IterationRecord';
import { keptPicture } from './keptPicture';
import { variants, type Method, type MethodOptions, type VariantName } from './Method';

/** The loop behind every image method: built once from a classifier, used on many images. */
export class ImageExplainer {
  readonly initializer: Initializer;
  readonly variant: VariantName;
  readonly options: MethodOptions;
  private readonly iterations: number;
  private readonly samples: number;
  private readonly optimizer: Adam;

  /** @throws RangeError where an option is not allowed, naming it */
  constructor(
    readonly classifier: Classifier,
    readonly method: Method,
    options: ExplainerOptions = {},
  ) {
    const { init = 'startgrad', iterations = 300, samples = 16, variant = 'paper', optimizer, ...changes } = options;
    this.initializer = typeof init === 'string' ? byName('init', initializers, init) : init;
    if (typeof (this.initializer as Initializer | null)?.initialise !== 'function')
      throw new RangeError(`init must be a name or have a function initialise, got ${JSON.stringify(init)}`);
    this.variant = byName('variant', variants, variant).name;
    this.iterations = positiveInteger('iterations', iterations);
    this.samples = positiveInteger('samples', samples);
    this.optimizer = adam(optimizer);
    this.options = checkOptions(method, this.variant, changes);
  }

  /**
   * Optimises the mask of one image. The noise depends on the seed, the image, the method and the iteration but not on the
   * initialiser, so that two initialisers can be compared in pairs.
   *
   * @param image `[height, width, 3]` in [0, 1], of the classifier's input size
   * @throws RangeError where the image or an option does not fit, before any work is done
   */
  async explain(image: tf.Tensor3D, call: ExplainOptions = {}): Promise<Explanation> {
    checkImage(image, this.classifier);
    checkCall(call, this.classifier);
    const representation = this.method.representation([image.shape[0], image.shape[1]]);
    const batch = image.expandDims<tf.Tensor4D>(0);
    const coefficients = representation.analyse(batch);
    try {
      return await this.optimise(image, { representation, image: batch, coefficients }, call);
    } finally {
      tf.dispose([batch, ...coefficients]);
      representation.dispose();
    }
  }

  private async optimise(
    image: tf.Tensor3D,
    given: Pick<ImageObjectiveInput, 'representation' | 'image' | 'coefficients'>,
    { target: wanted, seed = 0, onIteration, signal }: ExplainOptions,
  ): Promise<Explanation> {
    const { classifier, method, initializer, samples, options, iterations, optimizer } = this;
    const { representation, coefficients } = given;
    const key = randomKey(seed, imageHash(image), method.name);
    const { target, probability } = classify(classifier, given.image, wanted);
    const input = { ...given, classifier, target, options };
    const start = this.start(input, foldIn(key, 'mask'));
    const objective = new ImageObjective({ ...input, probability, samples, key: foldIn(key, 'noise') });
    try {
      const evaluate = (mask: Mask, iteration: number): Evaluation<IterationRecord> =>
        objective.evaluate(mask, iteration);
      const { mask, history } = await optimizeMask(start, evaluate, { optimizer, iterations, onIteration, signal });
      return new Explanation(
        { image: image.clone(), mask, picture: keptPicture(representation, coefficients, mask) },
        {
          history,
          method: method.name,
          variant: this.variant,
          options,
          optimizer: optimizer.options,
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
    } finally {
      objective.dispose();
    }
  }

  /** m₀, checked. */
  private start(
    input: Omit<InitializerInput, 'shapes' | 'key'> & { readonly coefficients: Coefficients },
    key: RandomKey,
  ): Mask {
    const { representation, coefficients } = input;
    const shapes = (stacked: boolean): number[][] =>
      coefficients.map((scale) => maskShape(representation, scale, stacked));
    const allowed = uniqWith([shapes(this.options.sharedMask), shapes(false)], isEqual);
    const mask = this.initializer.initialise({ ...input, shapes: allowed[0]!, key });
    try {
      checkMask(mask, this.initializer, allowed);
    } catch (error) {
      tf.dispose(mask as tf.Tensor[]);
      throw error;
    }
    return mask;
  }
}
