import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { loadClassifier } from '../../src/models/loadClassifier';
import { loadImage } from '../../src/files/images/loadImage';
import * as tf from '../../src/tensorflow/tf';
import { needsShared, sharedPath } from '../support/shared';

interface Photographs {
  images: { file: string; class_index: number }[];
}

test('at least 54 of 63 ImageNet photographs are recognised', needsShared, async (context) => {
  const { images } = JSON.parse(await readFile(sharedPath('images', 'imagenet', 'labels.json'), 'utf8')) as Photographs;
  assert.equal(images.length, 63);
  const classifier = await loadClassifier('efficientnet-lite0');
  const [height, width] = classifier.inputShape;
  let right = 0;
  for (const { file, class_index } of images) {
    const image = await loadImage(sharedPath('images', 'imagenet', file), { height, width });
    const predicted = tf.tidy(() => classifier.logits(image.expandDims<tf.Tensor4D>()).argMax(1).dataSync()[0]);
    if (predicted === class_index) right++;
    image.dispose();
  }
  classifier.dispose();
  context.diagnostic(`${right} of ${images.length} right`);
  assert.ok(right >= 54, `${right} right`);
});
