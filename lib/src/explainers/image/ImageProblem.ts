import { zipObject } from 'lodash';
import type { Classifier } from '../../models/Classifier';
import { greyscale } from '../../representations/greyscale';
import { distortion } from '../../losses/distortion';
import { sparsity } from '../../losses/sparsity';
import { spatialEnergy } from '../../losses/spatialEnergy';
import { cpScores } from '../../metrics/cpScores';
import type { Evaluation } from '../../optimizers/optimizeMask';
import { foldIn, type RandomKey } from '../../random/key';
import type { Coefficients, Mask, NoiseModel, Representation } from '../../representations/Representation';
import * as tf from '../../tensorflow/tf';
import type { IterationRecord } from './IterationRecord';
import type { MethodOptions } from './Method';
import { obfuscate } from './obfuscate';
import { obfuscateClamped } from './obfuscateClamped';

export interface ImageObjectiveInput {
  readonly classifier: Classifier;
  readonly representation: Representation;
  /** `[1, height, width, 3]` in [0, 1] */
  readonly image: tf.Tensor4D;
  /** F(image) */
  readonly coefficients: Coefficients;
  readonly target: number;
  /** φ_c(x) */
  readonly probability: number;
  readonly samples: number;
  /** The stream of the noise; iteration t draws from its part t. */
  readonly key: RandomKey;
  readonly options: MethodOptions;
}

type Measured = Exclude<keyof IterationRecord, 'iteration' | 'cpL1' | 'cpPixel' | 'undefinedCp'>;

/** The rate-distortion objective of one image (equation 3), with everything measured that an iteration passes by. */
export class ImageObjective {
  private readonly noise: readonly NoiseModel[];
  private readonly pixelSum: tf.Scalar;
  private readonly coefficientSum: tf.Scalar;

  constructor(private readonly input: ImageObjectiveInput) {
    this.noise = input.representation.noise(input.coefficients);
    this.pixelSum = l1Norm([input.image]);
    this.coefficientSum = l1Norm(input.coefficients);
  }

  /** The loss, its gradient and every metric of a mask, all from one draw of noise. */
  evaluate(mask: Mask, iteration: number): Evaluation<IterationRecord> {
    let measured!: Record<Measured, number>;
    const gradients = tf.tidy(() => {
      const { grads } = tf.valueAndGrads((...m: tf.Tensor[]) => {
        const scalars = this.forward(m, iteration);
        const values = tf.stack(Object.values(scalars)).dataSync();
        measured = zipObject(Object.keys(scalars), values) as Record<Measured, number>;
        return scalars.loss;
      })(mask as tf.Tensor[]);
      return this.input.options.normaliseGradient ? normalise(grads) : grads;
    });
    return { gradients, row: this.row(iteration, measured) };
  }

  dispose(): void {
    tf.dispose([this.pixelSum, this.coefficientSum, ...this.noise.flatMap(({ centre, spread }) => [centre, spread])]);
  }

  private forward(mask: Mask, iteration: number): Record<Measured, tf.Scalar> {
    const { classifier, representation, coefficients, target, probability, samples, key, options } = this.input;
    const keptCoefficients = coefficients.map((y, scale) => y.mul(mask[scale]!));
    const kept = representation.synthesise(keptCoefficients);
    const noiseKey = foldIn(key, iteration);
    const obfuscated = options.clampCoefficients
      ? obfuscateClamped(representation, coefficients, mask, this.noise, samples, noiseKey)
      : obfuscate(representation, kept, mask, this.noise, samples, noiseKey);
    const seen = options.clampImage ? tf.clipByValue(obfuscated, 0, 1) : obfuscated;
    const probabilities = classifier.logits(seen).softmax().slice([0, target], [-1, 1]).squeeze<tf.Tensor1D>([1]);

    // loss = D + λ₁ S + λ₂ E
    const D = distortion(probabilities, probability);
    const S = sparsity(mask);
    const E = spatialEnergy(options.spatialColours === 'grey' ? greyscale(kept, 3) : kept);
    return {
      loss: D.add<tf.Scalar>(S.mul(options.sparsityWeight)).add(E.mul(options.spatialWeight)),
      distortion: D,
      sparsity: S,
      spatial: E,
      retainedProbability: probabilities.mean<tf.Scalar>().div(probability),
      retainedL1: l1Norm(keptCoefficients).div(this.coefficientSum),
      retainedPixel: kept.clipByValue(0, 1).sum<tf.Scalar>().div(this.pixelSum),
    };
  }

  private row(iteration: number, measured: Record<Measured, number>): IterationRecord {
    return {
      iteration,
      ...measured,
      spatial: this.input.options.spatialWeight > 0 ? measured.spatial : null,
      ...cpScores(measured),
    };
  }
}

/** Σ|y| over all tensors. */
function l1Norm(tensors: readonly tf.Tensor[]): tf.Scalar {
  return tf.tidy(() => tf.addN(tensors.map((tensor) => tensor.abs().sum<tf.Scalar>())));
}

/** g / (‖g‖₂ + 1e-7), with the norm over all tensors. */
function normalise(gradients: readonly tf.Tensor[]): tf.Tensor[] {
  const norm = tf.addN(gradients.map((g) => g.square().sum())).sqrt();
  return gradients.map((g) => g.div(norm.add(1e-7)));
}
