import * as tf from '../../tensorflow/tf';
import type { Classifier } from '../Classifier';
import { differentiable, type FrozenLayer } from './FrozenLayer';
import type { Normalisation } from './normalisation';

/** The parts of a convolutional classifier of frozen layers. */
export interface FrozenNetwork extends Pick<Classifier, 'name' | 'inputShape' | 'labels'> {
  readonly normalisation: Normalisation;
  /** From shifted images (the scale is folded into the first kernel) to the features `[batch, height', width', channel]`. */
  readonly features: FrozenLayer;
  /** The last layer: kernel `[channel, class]` and bias `[class]`. */
  readonly dense: { readonly kernel: tf.Tensor2D; readonly bias: tf.Tensor1D };
}

/** A classifier from its parts: shift, features, mean over the places, dense layer. It takes over their weights. */
export function frozenClassifier(network: FrozenNetwork): Classifier {
  const { name, inputShape, labels, normalisation, dense } = network;
  const shift = tf.tensor(normalisation.shift, [1, 1, 1, 3]);
  const apply = differentiable(network.features);
  const features = (images: tf.Tensor4D): tf.Tensor4D => {
    if (images.rank !== 4 || inputShape.some((size, i) => images.shape[i + 1] !== size))
      throw new Error(`images must have shape [batch,${inputShape.join()}], got [${images.shape.join()}]`);
    return tf.tidy(() => apply(images.sub(shift)));
  };
  const logitsFromFeatures = (maps: tf.Tensor4D): tf.Tensor2D =>
    tf.tidy(() => maps.mean<tf.Tensor2D>([1, 2]).matMul(dense.kernel).add(dense.bias));
  const logits = (images: tf.Tensor4D): tf.Tensor2D => tf.tidy(() => logitsFromFeatures(features(images)));
  const dispose = (): void => {
    tf.dispose([shift, dense.kernel, dense.bias]);
    network.features.dispose();
  };
  return { name, inputShape, labels, logits, features, logitsFromFeatures, dispose };
}
