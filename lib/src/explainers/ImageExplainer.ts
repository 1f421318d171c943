import { createHash } from 'node:crypto';
import type { Classifier } from '../classifiers/Classifier';
import { greyscale } from '../images/greyscale';
import type { Initializer } from '../initializers/Initializer';
import { initializers } from '../initializers/initializers';
import { adam, type AdamOptions } from '../optimizers/adam';
import { optimizeMask } from '../optimizers/optimizeMask';
import { foldIn, randomKey } from '../random/key';
import { maskShape } from '../representations/maskShape';
import type { Coefficients, Mask, Representation } from '../representations/Representation';
import * as tf from '../tensorflow/tf';
import { byName } from '../validation/byName';
import { positiveInteger } from '../validation/positiveInteger';
import { Explanation } from './Explanation';
import { ImageObjective } from './ImageObjective';
import type { IterationRecord } from './IterationRecord';
import { variantNames, type Method, type MethodOptions, type VariantName } from './Method';

export interface ExplainerOptions extends Partial<MethodOptions> {
  /** An initialiser or the name of one; `startgrad` by default. */
  readonly init?: string | Initializer;
  /** T, the number of updates; 300 by default. */
  readonly iterations?: number;
  /** Noise samples an iteration; 16 by default. */
  readonly samples?: number;
  /** Which reading of the method the options start from; `paper` by default. */
  readonly variant?: VariantName;
  /** Settings of Adam; a learning rate of 0.1 by default. */
  readonly optimizer?: AdamOptions;
}

export interface ExplainOptions {
  /** The class to explain; the classifier's own first choice by default. */
  readonly target?: number;
  /** Any integer; 0 by default. */
  readonly seed?: number;
  /** Called with every row of the history and the mask it belongs to (lent until the call returns). */
  readonly onIteration?: (record: IterationRecord, mask: Mask) => void | Promise<void>;
  /** Stops the optimisation; what was done is returned. */
  readonly signal?: AbortSignal;
}

/** The loop behind every image method: built once from a classifier, used on many images. */
export class ImageExplainer {
  readonly initializer: Initializer;
  readonly variant: VariantName;
  readonly options: MethodOptions;
  private readonly iterations: number;
  private readonly samples: number;
  private readonly optimizer: AdamOptions;

  /** @throws RangeError where an option is not allowed, naming it */
  constructor(
    readonly classifier: Classifier,
    readonly method: Method,
    {
      init = 'startgrad',
      iterations = 300,
      samples = 16,
      variant = 'paper',
      optimizer = {},
      ...changes
    }: ExplainerOptions,
  ) {
    this.initializer = typeof init === 'string' ? byName('init', initializers, init) : init;
    this.variant = byName(
      'variant',
      variantNames.map((name) => ({ name })),
      variant,
    ).name;
    this.iterations = positiveInteger('iterations', iterations);
    this.samples = positiveInteger('samples', samples);
    this.optimizer = optimizer;
    this.options = { ...method.variants[this.variant], ...changes };
  }

  /**
   * Optimises the mask of one image. The noise depends on the seed, the image, the method and the iteration but not on the
   * initialiser, so that two initialisers can be compared in pairs.
   *
   * @param image `[height, width, 3]` in [0, 1], of the classifier's input size
   * @throws RangeError where the image or an option does not fit, before any work is done
   */
  async explain(
    image: tf.Tensor3D,
    { target, seed = 0, onIteration, signal }: ExplainOptions = {},
  ): Promise<Explanation> {
    this.check(image, target, seed);
    const { classifier, method, samples } = this;
    const key = randomKey(seed, hash(image), method.name);
    const representation = method.representation([image.shape[0], image.shape[1]]);
    const batch = image.expandDims<tf.Tensor4D>(0);
    const coefficients = representation.analyse(batch);
    const { chosen, probability } = this.classify(batch, target);
    const shared = { classifier, representation, image: batch, target: chosen, options: this.options };
    const objective = new ImageObjective({
      ...shared,
      coefficients,
      probability,
      samples,
      key: foldIn(key, 'noise'),
    });
    try {
      const shapes = coefficients.map((scale) => maskShape(representation, scale, this.options.sharedMask));
      const start = this.initializer.initialize({ ...shared, shapes, key: foldIn(key, 'mask') });
      const { mask, history } = await optimizeMask(start, (m, t) => objective.evaluate(m, t), {
        optimizer: adam(this.optimizer),
        iterations: this.iterations,
        onIteration,
        signal,
      });
      return new Explanation(
        { image: image.clone(), mask, picture: picture(representation, coefficients, mask) },
        {
          history,
          method: method.name,
          variant: this.variant,
          options: this.options,
          initializer: this.initializer.name,
          classifier: classifier.name,
          target: chosen,
          label: classifier.labels[chosen]!,
          probability,
          seed,
          samples,
        },
      );
    } finally {
      tf.dispose([batch, ...coefficients]);
      objective.dispose();
      representation.dispose();
    }
  }

  private check(image: tf.Tensor3D, target: number | undefined, seed: number): void {
    const { inputShape, labels, name } = this.classifier;
    if (image.shape.join() !== inputShape.join())
      throw new RangeError(
        `image must have the shape [${inputShape.join(', ')}] of ${name}, got [${image.shape.join(', ')}]`,
      );
    if (!image.dataSync().every(Number.isFinite)) throw new RangeError('image must be finite, got NaN or infinity');
    if (target !== undefined && !(Number.isInteger(target) && target >= 0 && target < labels.length))
      throw new RangeError(`target must be an integer from 0 to ${labels.length - 1}, got ${target}`);
    if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be an integer, got ${seed}`);
  }

  private classify(image: tf.Tensor4D, target: number | undefined): { chosen: number; probability: number } {
    const probabilities = tf.tidy(() => this.classifier.logits(image).softmax().dataSync());
    const chosen = target ?? probabilities.indexOf(Math.max(...probabilities));
    return { chosen, probability: probabilities[chosen]! };
  }
}

/** The greyscale of what the mask keeps, F⁻¹(m ⊙ y), `[height, width, 1]`. */
function picture(representation: Representation, coefficients: Coefficients, mask: Mask): tf.Tensor3D {
  return tf.tidy(() => {
    const kept = representation.synthesise(coefficients.map((y, scale) => y.mul(mask[scale]!)));
    return greyscale(kept, 3).squeeze<tf.Tensor3D>([0]);
  });
}

/** Names an image by its pixels, wherever it was loaded from. */
function hash(image: tf.Tensor3D): string {
  return createHash('sha256')
    .update(image.dataSync() as Float32Array)
    .digest('hex');
}
