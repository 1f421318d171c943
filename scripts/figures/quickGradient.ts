import type { Classifier } from '../../lib/src/models/Classifier';
import type { Figure } from '../../lib/src/render/Figure';
import { gradientDistribution } from '../../lib/src/figures/paper/gradientDistribution';
import { saliency } from '../../lib/src/attributions/saliency';
import { quantileTransform } from '../../lib/src/initializers/quantileTransform';
import { pictureUri } from '../../lib/src/pictures/pictureUri';
import { pixels } from '../../lib/src/representations/pixels';
import * as tf from '../../lib/src/tensorflow/tf';

/** The photograph and its gradient. */
export interface QuickGradient {
  readonly photographUri: string;
  readonly saliencyUri: string;
  readonly distribution: Figure;
}

/** Pictures and distribution of the gradient for the class that the classifier finds most likely. */
export async function quickGradient(classifier: Classifier, image: tf.Tensor3D): Promise<QuickGradient> {
  const { map, values, label } = tf.tidy(() => {
    const batch = image.expandDims<tf.Tensor4D>(0);
    const target = classifier.logits(batch).argMax(1).dataSync()[0]!;
    const [map] = saliency(classifier, pixels, batch, target);
    const values = map!.dataSync() as Float32Array;
    return {
      map: map!.div<tf.Tensor>(map!.max()).squeeze<tf.Tensor3D>([0]),
      values,
      label: classifier.labels[target]!,
    };
  });
  const result = {
    photographUri: await pictureUri(image),
    saliencyUri: await pictureUri(map),
    distribution: gradientDistribution(values, quantileTransform(values), `${label}, ${classifier.name}`),
  };
  map.dispose();
  return result;
}
