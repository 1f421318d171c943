import type { ImageExplainer } from '../lib/src/explainers/image/ImageExplainer';
import type * as tf from '../lib/src/tensorflow/tf';

/** The mean from the end of the first iteration to that of the last: noise, synthesis, classifier, gradient, metrics, update. */
export async function iterationSeconds(explainer: ImageExplainer, image: tf.Tensor3D): Promise<number> {
  const ends: number[] = [];
  const explanation = await explainer.explain(image, { onIteration: () => void ends.push(performance.now()) });
  explanation.dispose();
  return (ends.at(-1)! - ends[0]!) / (ends.length - 1) / 1000;
}
