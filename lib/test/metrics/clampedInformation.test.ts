import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from '../../src/models/classify';
import { startGrad } from '../../src/initializers/startGrad';
import { shearlets } from '../../src/representations/shearlet/shearlets';
import { wavelets } from '../../src/representations/wavelet/wavelets';
import * as tf from '../../src/tensorflow/tf';
import { photograph, realClassifier } from '../support/realClassifier';

/** Σ clamp(F⁻¹(m ⊙ y), 0, 1) / ‖F⁻¹(m ⊙ y)‖₁: what the clamp leaves of a kept image. */
const left = (kept: tf.Tensor): number => kept.clipByValue(0, 1).sum().div(kept.abs().sum()).dataSync()[0]!;

test('the clamp of the kept image leaves nearly all where a mask is full, and a fifth less where it is sparse', async (t) => {
  const classifier = await realClassifier();
  const image = (await photograph()).expandDims<tf.Tensor4D>(0);
  const { target } = classify(classifier, image);
  const options = { bins: 'all', quantileSample: 'all' } as const;
  for (const [representation, expected] of [
    [wavelets([224, 224]), 0.83],
    [shearlets([224, 224]), 0.8],
  ] as const) {
    const [full, sparse] = tf.tidy((): [number, number] => {
      const mask = startGrad.initialise({
        classifier,
        representation,
        image,
        shapes: [],
        target,
        key: [1, 2],
        options,
      });
      const coefficients = representation.analyse(image);
      const keep = (m: tf.Tensor[]): number =>
        left(representation.synthesise(coefficients.map((y, i) => y.mul(m[i]!))));
      return [keep([...mask]), keep(mask.map((scale) => scale.greater(0.98).toFloat()))];
    });
    t.diagnostic(
      `${representation.name}: ${(100 * full).toFixed(1)} % of StartGrad's, ${(100 * sparse).toFixed(1)} % of its largest 2 %`,
    );
    assert.ok(full > 0.995 && Math.abs(sparse - expected) < 0.02);
    representation.dispose();
  }
});
