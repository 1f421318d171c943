import assert from 'node:assert/strict';
import { test } from 'node:test';
import { max, min } from 'lodash';
import { probePictures } from '../../src/models/probePictures';
import * as tf from '../../src/tensorflow/tf';
import { assertKeeps } from '../support/tensors';

test('probe pictures of any usual size lie in [0, 1], touch both ends, and differ from pixel to pixel', async () => {
  for (const size of [8, 32, 224]) {
    const pictures = await assertKeeps(3, () => probePictures([size, size + 3, 3]));
    for (const picture of pictures) {
      const values = Array.from(picture.dataSync());
      assert.deepEqual(picture.shape, [1, size, size + 3, 3]);
      assert.deepEqual([min(values), max(values)], [0, 1]);
      // the mean step from one pixel to the next: a smooth picture alone has less than 0.02 in 224 pixels
      const step = tf.tidy(() => picture.slice([0, 0, 1, 0]).sub(picture.slice([0, 0, 0, 0], [1, size, size + 2, 3])).abs().mean().dataSync()[0]!); // prettier-ignore
      assert.ok(step > 0.03, `a texture: ${step}`);
    }
    assert.deepEqual(probePictures([size, size + 3, 3]).map((again) => again.dataSync()), pictures.map((p) => p.dataSync())); // prettier-ignore
    tf.tidy(() => {
      const [red, green, blue] = tf.unstack(pictures[2]!, 3).map((colour) => colour.dataSync());
      assert.deepEqual([red, green], [green, blue], 'the last one is grey');
      const [other, another] = tf.unstack(pictures[0]!, 3).map((colour) => colour.dataSync());
      assert.notDeepEqual(other, another);
    });
  }
});
