import { zipObject } from 'lodash';
import { distortion } from '../../losses/distortion';
import { sparsity } from '../../losses/sparsity';
import { spatialEnergy } from '../../losses/spatialEnergy';
import { cpScores } from '../../metrics/cpScores';
import { l1Norm, retainedL1, retainedPixel, retainedProbability } from '../../metrics/retained';
import { toUnitInterval } from '../../optimizers/projections';
import type { Parameters } from '../../optimizers/Transformation';
import { foldIn, type RandomKey } from '../../random/key';
import { greyscale } from '../../representations/greyscale';
import type { Mask } from '../../representations/Representation';
import * as tf from '../../tensorflow/tf';
import type { Evaluation, MaskProblem } from '../MaskProblem';
import { disposeScene, type ImageScene } from './ImageScene';
import type { IterationRecord } from './IterationRecord';
import { obfuscate } from './obfuscate';
import { obfuscateClamped } from './obfuscateClamped';

/** How the noise of the iterations is drawn. */
export interface NoiseDraws {
  /** Noise samples per iteration. */
  readonly samples: number;
  /** The stream of the noise; iteration t draws from its part t. */
  readonly key: RandomKey;
}

type Measured = Exclude<keyof IterationRecord, 'iteration' | 'cpL1' | 'cpPixel' | 'undefinedCp'>;

/** The rate-distortion objective of one image (equation 3), with everything measured that an iteration passes by. */
export class ImageProblem implements MaskProblem<IterationRecord, ImageScene> {
  readonly name: string;
  private readonly pixelSum: tf.Scalar;
  private readonly coefficientSum: tf.Scalar;

  /** Takes over the scene and the start, m₀. */
  constructor(
    readonly scene: ImageScene,
    readonly start: Mask,
    private readonly draws: NoiseDraws,
  ) {
    this.name = `${scene.method.name} on ${scene.classifier.name}`;
    this.pixelSum = l1Norm([scene.image]);
    this.coefficientSum = l1Norm(scene.coefficients);
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
      return grads;
    });
    return { gradients, row: this.row(iteration, measured) };
  }

  project(mask: Parameters): tf.Tensor[] {
    return mask.map(toUnitInterval);
  }

  dispose(): void {
    tf.dispose([this.pixelSum, this.coefficientSum, ...this.start]);
    disposeScene(this.scene);
  }

  private forward(mask: Mask, iteration: number): Record<Measured, tf.Scalar> {
    const { classifier, representation, coefficients, noise, target, probability, options } = this.scene;
    const { samples, key } = this.draws;
    const keptCoefficients = coefficients.map((y, scale) => y.mul(mask[scale]!));
    const kept = representation.synthesise(keptCoefficients);
    const noiseKey = foldIn(key, iteration);
    const obfuscated = options.clampCoefficients
      ? obfuscateClamped(representation, coefficients, mask, noise, samples, noiseKey)
      : obfuscate(representation, kept, mask, noise, samples, noiseKey);
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
      retainedProbability: retainedProbability(probabilities, probability),
      retainedL1: retainedL1(keptCoefficients, this.coefficientSum),
      retainedPixel: retainedPixel(kept, this.pixelSum),
    };
  }

  private row(iteration: number, measured: Record<Measured, number>): IterationRecord {
    // an image that is black everywhere holds no information, and no share of it is retained
    const share = (value: number, all: tf.Scalar): number | null => (all.dataSync()[0] === 0 ? null : value);
    const retained = {
      retainedProbability: measured.retainedProbability,
      retainedL1: share(measured.retainedL1, this.coefficientSum),
      retainedPixel: share(measured.retainedPixel, this.pixelSum),
    };
    return {
      iteration,
      loss: measured.loss,
      distortion: measured.distortion,
      sparsity: measured.sparsity,
      spatial: this.scene.options.spatialWeight > 0 ? measured.spatial : null,
      ...retained,
      ...cpScores(retained),
    };
  }
}
