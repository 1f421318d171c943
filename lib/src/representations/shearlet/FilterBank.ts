import { range } from 'lodash';
import { foldIn, type RandomKey } from '../../random/key';
import { uniform } from '../../random/uniform';
import { adjointPair } from '../../tensorflow/adjointPair';
import { customGradients } from '../../tensorflow/customGradients';
import { asComplex, asReal, fourier2d, inverseFourier2d } from '../../tensorflow/fourier';
import * as tf from '../../tensorflow/tf';
import { checkImages } from '../checkImages';

/**
 * Circular convolution of images with K filters whose frequency responses ψ are real and even, and its adjoint.
 *
 * Fourier transforms are what it costs, so two filters share one. With Q = ψₐ + iψᵦ and the transform ℱ,
 *
 *     ℱ⁻¹(Q ℱ(x)) = x ∗ ψₐ + i x ∗ ψᵦ        and        yₐ ∗ ψₐ + yᵦ ∗ ψᵦ = Re ℱ⁻¹(Q ℱ(yₐ - i yᵦ)),
 *
 * the latter because ψ(-ω) = ψ(ω). Of P = ⌈K/2⌉ pairs, pair p holds filters p and K - P + p. Where K is odd, the middle filter comes
 * up twice; its second response is set to 0.
 */
export class FilterBank {
  private readonly count: number;
  private readonly pairs: number;
  /** Q `[pair, height, width]` */
  private readonly paired: tf.Tensor;

  /** `[batch, height, width, colour]` to `[batch, colour, filter, height, width]`; differentiable. */
  readonly apply: (images: tf.Tensor4D) => tf.Tensor5D;
  /** The adjoint of `apply`; differentiable. */
  readonly applyAdjoint: (filtered: tf.Tensor5D) => tf.Tensor4D;

  /** @param responses `[filter, height, width]`, frequency 0 first */
  constructor(responses: tf.Tensor3D) {
    this.count = responses.shape[0];
    this.pairs = Math.ceil(this.count / 2);
    this.paired = tf.tidy(() => {
      const [first, second] = this.halves(responses);
      const once = tf.range(0, this.pairs).greaterEqual(2 * this.pairs - this.count);
      return tf.complex(first, second.mul(once.reshape([-1, 1, 1])));
    });
    [this.apply, this.applyAdjoint] = adjointPair(
      (images: tf.Tensor4D) => this.overPlanes(images),
      (filtered: tf.Tensor5D) => this.sumOverPlanes(filtered),
    );
  }

  /**
   * `applyAdjoint` of weights ⊙ u for independent u from U[0, 1), differentiable in the weights.
   *
   * The noise is drawn pair by pair, as the transforms want it: nothing but the weights is ever rearranged.
   *
   * @param weights `[1, 1, filter, height, width]`
   * @returns `[samples, height, width, 1]`
   */
  applyAdjointToNoise(weights: tf.Tensor5D, samples: number, key: RandomKey): tf.Tensor4D {
    const [, height, width] = this.paired.shape;
    return customGradients([weights], ([stack]) => {
      const paired = asReal(this.pair((stack as tf.Tensor5D).squeeze([0, 1])));
      const drawn = range(samples).map((b) => this.drawPairs(foldIn(key, b)));
      const images = drawn.map((u) => tf.tidy(() => this.sum(asComplex(u.mul(paired)))));
      return {
        value: tf.stack(images).expandDims(3),
        keep: drawn,
        // ∂/∂w = Σ u ⊙ applyAdjointᵀ g over the samples
        gradients: (dy, kept) => {
          const upstream = tf.unstack(dy.squeeze<tf.Tensor3D>([3])) as tf.Tensor2D[];
          const gradient = upstream.reduce(
            (total: tf.Tensor, g, b) => {
              const next = tf.tidy(() => total.add(kept[b]!.mul(asReal(this.convolve(g)))));
              tf.dispose([total, kept[b]!]);
              return next;
            },
            tf.zeros<tf.Rank.R4>([this.pairs, height!, width!, 2]),
          );
          return [this.unpair(asComplex(gradient)).reshape(weights.shape)];
        },
      };
    }) as tf.Tensor4D;
  }

  /** The noise of one sample of `applyAdjointToNoise`, `[1, 1, filter, height, width]`: `key` is the sample's. */
  noise(key: RandomKey): tf.Tensor5D {
    return tf.tidy(() =>
      this.unpair(asComplex(this.drawPairs(key)))
        .expandDims<tf.Tensor4D>(0)
        .expandDims(0),
    );
  }

  dispose(): void {
    this.paired.dispose();
  }

  private drawPairs(key: RandomKey): tf.Tensor4D {
    const [, height, width] = this.paired.shape;
    return uniform<tf.Rank.R4>([this.pairs, height!, width!, 2], key);
  }

  private overPlanes(images: tf.Tensor4D): tf.Tensor5D {
    const [, height, width] = this.paired.shape as [number, number, number];
    checkImages(images, [height, width]);
    const [batch, , , colours] = images.shape;
    const planes = images.transpose([0, 3, 1, 2]).reshape<tf.Tensor3D>([-1, height, width]);
    const filtered = tf.unstack(planes).map((plane) => tf.tidy(() => this.unpair(this.convolve(plane as tf.Tensor2D))));
    return tf.concat(filtered).reshape([batch, colours, this.count, height, width]);
  }

  private sumOverPlanes(filtered: tf.Tensor5D): tf.Tensor4D {
    const [batch, colours, , height, width] = filtered.shape;
    const stacks = tf.split(filtered.reshape<tf.Tensor3D>([-1, height, width]), batch * colours);
    const planes = stacks.map((stack) => tf.tidy(() => this.sum(this.pair(stack))));
    return tf.stack(planes).reshape([batch, colours, height, width]).transpose([0, 2, 3, 1]);
  }

  /** ℱ⁻¹(Q ℱ(x)) `[pair, height, width]` of x `[height, width]` */
  private convolve(plane: tf.Tensor2D): tf.Tensor {
    return inverseFourier2d(tf.mul(this.paired, fourier2d(tf.complex(plane, tf.zerosLike(plane)))));
  }

  /** Re ℱ⁻¹(Σ Q ℱ(z)) `[height, width]` of z = yₐ - i yᵦ `[pair, height, width]` */
  private sum(paired: tf.Tensor): tf.Tensor2D {
    return tf.real(inverseFourier2d(tf.sum(tf.mul(this.paired, fourier2d(paired)), 0))) as tf.Tensor2D;
  }

  private halves(stack: tf.Tensor): [tf.Tensor, tf.Tensor] {
    return [stack.slice([0], [this.pairs]), stack.slice([this.count - this.pairs], [this.pairs])];
  }

  /** yₐ - i yᵦ `[pair, height, width]` of y `[filter, height, width]` */
  private pair(stack: tf.Tensor): tf.Tensor {
    const [first, second] = this.halves(stack);
    return tf.complex(first, second.neg());
  }

  /** y `[filter, height, width]` of yₐ + i yᵦ `[pair, height, width]` */
  private unpair(paired: tf.Tensor): tf.Tensor {
    return tf.concat([tf.real(paired), tf.imag(paired).slice([2 * this.pairs - this.count])]);
  }
}
