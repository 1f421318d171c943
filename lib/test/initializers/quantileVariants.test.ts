import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { map, max, mean } from 'lodash';
import { classify } from '../../src/models/classify';
import type { Classifier } from '../../src/models/Classifier';
import type { QuantileOptions } from '../../src/initializers/Initializer';
import { startGrad } from '../../src/initializers/startGrad';
import { projectPath } from '../../src/project';
import type { Representation } from '../../src/representations/Representation';
import { pixels } from '../../src/representations/pixels';
import { shearlets } from '../../src/representations/shearlet/shearlets';
import { wavelets } from '../../src/representations/wavelet/wavelets';
import * as tf from '../../src/tensorflow/tf';
import { photograph, realClassifier } from '../support/realClassifier';

const names = ['astronaut.png', 'chelsea.png', 'coffee.png', 'rocket.jpg'];
const exact: QuantileOptions = { bins: 'all', quantileSample: 'all' };

interface Setting {
  readonly classifier: Classifier;
  readonly options: QuantileOptions;
}

/** |Δ| between the entries of StartGrad's masks in two settings, on every photograph: the mean of means, and the largest. */
async function differences(representation: Representation, one: Setting, other: Setting) {
  const found: { readonly average: number; readonly most: number }[] = [];
  for (const name of names) {
    const picture = await photograph(projectPath('data', 'images', name));
    const difference = tf.tidy(() => {
      const image = picture.expandDims<tf.Tensor4D>(0);
      const { target } = classify(one.classifier, image);
      const mask = (setting: Setting): tf.Tensor =>
        tf.concat(
          startGrad
            .initialise({ ...setting, representation, image, shapes: [], target, key: [1, 2] })
            .map((scale) => scale.flatten()),
        );
      const apart = mask(one).sub(mask(other)).abs();
      return { average: apart.mean().dataSync()[0]!, most: apart.max().dataSync()[0]! };
    });
    found.push(difference);
    picture.dispose();
  }
  return { average: mean(map(found, 'average')), most: max(map(found, 'most'))! };
}

/** Prints how far a change moves the masks. */
async function moved(t: TestContext, what: string, representation: Representation, changes: Partial<Setting>) {
  const setting = { classifier: await realClassifier(), options: exact };
  const { average, most } = await differences(representation, setting, { ...setting, ...changes });
  t.diagnostic(
    `${representation.name}, ${what}: the mask moves by ${average.toPrecision(2)} on average, ${most.toPrecision(2)} at most`,
  );
  representation.dispose();
  return { average, most };
}

test("10,000 bins in place of all move StartGrad's mask by less than a ten-thousandth", async (t) => {
  for (const representation of [wavelets([224, 224]), shearlets([224, 224])]) {
    const options = { ...exact, bins: 10_000 };
    const { average, most } = await moved(t, '10,000 bins', representation, { options });
    assert.ok(average > 1e-6 && average < 2e-5 && most < 1.1e-4);
  }
});

test('quantiles of 10,000 coefficients that are drawn move it by a thousandth', async (t) => {
  const options = { bins: 10_000, quantileSample: 10_000 };
  const { average, most } = await moved(t, '10,000 drawn', wavelets([224, 224]), { options });
  assert.ok(average > 4e-4 && average < 2e-3 && most < 1.2e-2);
});

test("the gradient of the probability in place of the logit's moves it by a tenth (ranks at random would: by a third)", async (t) => {
  const classifier = await realClassifier();
  const logits = (images: tf.Tensor4D): tf.Tensor2D => tf.tidy(() => classifier.logits(images).softmax());
  for (const representation of [pixels, wavelets([224, 224])]) {
    const changes = { classifier: { ...classifier, logits } };
    const { average } = await moved(t, 'gradient of the probability', representation, changes);
    assert.ok(average > 0.08 && average < 0.16);
  }
});
