import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Classifier } from '../../src/models/Classifier';
import { randomResNet18 } from '../../src/models/resNet';
import * as tf from '../../src/tensorflow/tf';
import { realClassifier } from '../support/realClassifier';
import { assertKeeps } from '../support/tensors';
import { toyImage } from '../support/toyClassifier';

/** Height, width and channels of the last feature maps, which lie 32 pixels apart in both networks. */
const networks: [string, () => Classifier | Promise<Classifier>, number[]][] = [
  ['EfficientNet-Lite0', realClassifier, [7, 7, 1280]],
  ['ResNet18', () => randomResNet18(1, 64), [2, 2, 512]],
];

for (const [name, load, shape] of networks)
  test(`logits of ${name} are its logits from features, bit for bit, and so is their gradient`, async () => {
    const network = await load();
    const images = tf.tidy(() => tf.stack([1, 2].map((seed) => toyImage(network.inputShape[0], seed))) as tf.Tensor4D);
    const maps = await assertKeeps(1, () => network.features!(images));
    assert.deepEqual(maps.shape, [2, ...shape]);
    const composed = (x: tf.Tensor): tf.Tensor => network.logitsFromFeatures!(network.features!(x as tf.Tensor4D));
    assert.deepEqual(
      (await assertKeeps(1, () => network.logitsFromFeatures!(maps))).dataSync(),
      (await assertKeeps(1, () => network.logits(images))).dataSync(),
    );
    tf.tidy(() =>
      assert.deepEqual(
        tf.grad(composed)(images).dataSync(),
        tf
          .grad((x: tf.Tensor) => network.logits(x as tf.Tensor4D))(images)
          .dataSync(),
      ),
    );
  });

test('images of another size have no features', async () => {
  const network = await realClassifier();
  tf.tidy(() =>
    assert.throws(() => network.features!(tf.zeros([1, 32, 32, 3])), /images must have shape \[batch,224,224,3\]/),
  );
});
