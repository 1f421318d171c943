import { classify } from '../classifiers/classify';
import type { Classifier } from '../classifiers/Classifier';
import { greyscale } from '../images/greyscale';
import { imageHash } from '../images/imageHash';
import type { Initializer } from '../initializers/Initializer';
import { initializers } from '../initializers/initializers';
import { adam, type Adam } from '../optimizers/adam';
import { optimizeMask } from '../optimizers/optimizeMask';
import { foldIn, randomKey } from '../random/key';
import { maskShape } from '../representations/maskShape';
import type { Coefficients, Mask, Representation } from '../representations/Representation';
import * as tf from '../tensorflow/tf';
import { byName } from '../validation/byName';
import { positiveInteger } from '../validation/positiveInteger';
import { checkCall, checkImage, checkMask, checkOptions } from './checkArguments';
import type { ExplainerOptions, ExplainOptions } from './ExplainerOptions';
import { Explanation } from './Explanation';
import { ImageObjective } from './ImageObjective';
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
    { init = 'startgrad', iterations = 300, samples = 16, variant = 'paper', optimizer, ...changes }: ExplainerOptions,
  ) {
    this.initializer = typeof init === 'string' ? byName('init', initializers, init) : init;
    this.variant = byName('variant', variants, variant).name;
    this.iterations = positiveInteger('iterations', iterations);
    this.samples = positiveInteger('samples', samples);
    this.optimizer = adam(optimizer);
    this.options = checkOptions({ ...method.variants[this.variant], ...changes });
  }

  /**
   * Optimises the mask of one image. The noise depends on the seed, the image, the method and the iteration but not on the
   * initialiser, so that two initialisers can be compared in pairs.
   *
   * @param image `[height, width, 3]` in [0, 1], of the classifier's input size
   * @throws RangeError where the image or an option does not fit, before any work is done
   */
  async explain(image: tf.Tensor3D, call: ExplainOptions = {}): Promise<Explanation> {
    const { classifier, method, samples, options } = this;
    checkImage(image, classifier);
    checkCall(call, classifier);
    const { seed = 0, onIteration, signal } = call;
    const key = randomKey(seed, imageHash(image), method.name);
    const representation = method.representation([image.shape[0], image.shape[1]]);
    const batch = image.expandDims<tf.Tensor4D>(0);
    const coefficients = representation.analyse(batch);
    const { target, probability } = classify(classifier, batch, call.target);
    const shared = { classifier, representation, image: batch, target, options };
    const noiseKey = foldIn(key, 'noise');
    const objective = new ImageObjective({ ...shared, coefficients, probability, samples, key: noiseKey });
    try {
      const shapes = coefficients.map((scale) => maskShape(representation, scale, options.sharedMask));
      const start = this.initializer.initialize({ ...shared, shapes, key: foldIn(key, 'mask') });
      checkMask(start, this.initializer, coefficients);
      const { mask, history } = await optimizeMask(start, (m, t) => objective.evaluate(m, t), {
        optimizer: this.optimizer,
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
          options,
          initializer: this.initializer.name,
          classifier: classifier.name,
          target,
          label: classifier.labels[target]!,
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
}

/** The greyscale of what the mask keeps, F⁻¹(m ⊙ y), `[height, width, 1]`. */
function picture(representation: Representation, coefficients: Coefficients, mask: Mask): tf.Tensor3D {
  return tf.tidy(() => {
    const kept = representation.synthesise(coefficients.map((y, scale) => y.mul(mask[scale]!)));
    return greyscale(kept, 3).squeeze<tf.Tensor3D>([0]);
  });
}
