import { loadClassifier } from '../../src/models/loadClassifier';
import { loadImage } from '../../src/files/images/loadImage';
import { projectPath } from '../../src/project';
import type { Classifier } from '../../src/models/Classifier';
import type * as tf from '../../src/tensorflow/tf';

let loading: Promise<Classifier> | undefined;

/** EfficientNet-Lite0, loaded once per test file. */
export const realClassifier = (): Promise<Classifier> => (loading ??= loadClassifier('efficientnet-lite0'));

/** A photograph that set-up fetched, or one at any path, as the real classifier sees it. */
export const photograph = (name = projectPath('data', 'images', 'chelsea.png')): Promise<tf.Tensor3D> =>
  loadImage(name, { height: 224, width: 224 });
