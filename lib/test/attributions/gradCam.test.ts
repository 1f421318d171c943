import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Classifier } from '../../src/models/Classifier';
import { gradCam } from '../../src/attributions/gradCam';
import * as tf from '../../src/tensorflow/tf';
import { realClassifier } from '../support/realClassifier';
import { assertKeeps, randomTensor } from '../support/tensors';
import { toyClassifier, toyImage } from '../support/toyClassifier';
import { assertAgrees, captum } from './captum';

/** Feature maps of 4 x 4 places and 5 channels, and a head that is the mean over the places and a dense layer. */
const kernel = randomTensor<tf.Tensor4D>([8, 8, 3, 5], 1);
const dense = randomTensor<tf.Tensor2D>([5, 10], 2);
const features = (images: tf.Tensor4D): tf.Tensor4D =>
  tf.tidy(() => tf.conv2d(images.sub<tf.Tensor4D>(0.5), kernel, 8, 'valid').tanh());
const logitsFromFeatures = (maps: tf.Tensor4D): tf.Tensor2D =>
  tf.tidy(() => tf.matMul(maps.mean<tf.Tensor2D>([1, 2]), dense));
const classifier: Classifier = {
  ...toyClassifier(),
  features,
  logitsFromFeatures,
  logits: (images) => tf.tidy(() => logitsFromFeatures(features(images))),
};
const image = toyImage().expandDims<tf.Tensor4D>(0);

test("on EfficientNet-Lite0 it is captum's, before and after repeating, with and without ReLU", async () => {
  const network = await realClassifier();
  const { expected, images } = await captum();
  const targets = expected('grad_cam_targets').dataSync();
  tf.tidy(() => {
    const [signed, rectified] = [false, true].map((relu) =>
      tf.concat(images.map((x, i) => gradCam(network, x, targets[i]!, { relu }))),
    );
    const every = (maps: tf.Tensor, step: number): tf.Tensor =>
      maps
        .reshape([2, 224 / step, step, 224 / step, step])
        .gather(0, 4)
        .gather(0, 2)
        .expandDims(3);
    assertAgrees(every(signed!, 32), expected('grad_cam'), 1e-5);
    assertAgrees(every(rectified!, 32), expected('grad_cam_rectified'), 1e-5);
    assertAgrees(every(signed!, 4), expected('grad_cam_upsampled_every_4th'), 1e-5);
  });
});

test('with a head of a mean and a dense layer it is the class activation map Σ wₖ Aᵏ, over the number of places', () => {
  tf.tidy(() => {
    const w = dense.slice([0, 3], [5, 1]).reshape([1, 1, 1, 5]);
    const map = features(image).mul(w).sum(3).div(16);
    const repeated = map.reshape([1, 4, 1, 4, 1]).tile([1, 1, 8, 1, 8]).reshape([1, 32, 32, 1]);
    assert.ok(map.min().dataSync()[0]! < 0, 'some place speaks against the class');
    assertAgrees(gradCam(classifier, image, 3), repeated, 1e-5);
    assertAgrees(gradCam(classifier, image, 3, { relu: true }), repeated.relu(), 1e-5);
  });
});

test('nothing but the result stays', async () => {
  (await assertKeeps(1, () => gradCam(classifier, image, 3))).dispose();
});

test('a classifier that does not offer its features is refused, and what does not fit', () => {
  assert.throws(() => gradCam(toyClassifier(), image, 3), {
    name: 'TypeError',
    message: 'classifier must have features and logitsFromFeatures for Grad-CAM, toy has not',
  });
  assert.throws(() => gradCam(classifier, image, -1), /target must be an integer from 0 to 9, got -1/);
  assert.throws(() => gradCam(classifier, tf.zeros([1, 8, 8, 3]), 3), /image must have the shape \[32, 32, 3\]/);
});
