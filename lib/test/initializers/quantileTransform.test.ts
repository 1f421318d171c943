import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { quantileTransform } from '../../src/initializers/quantileTransform';
import { readSafetensors } from '../../src/files/tensors/safetensors';
import { assertClose } from '../support/tensors';
import { fixturePath } from '../support/fixturePath';

const distinct = fc.uniqueArray(fc.float({ noNaN: true, noDefaultInfinity: true }), {
  minLength: 2,
  selector: (x) => x + 0,
});

/** The values of fixtures/make_quantile_transform.py. */
const fixtureValues = Float32Array.from({ length: 65536 }, (_, i) => {
  const x = (40503 * i) % 65536;
  return x < 5000 ? 0 : x * x;
});
const every16th = (values: Float32Array): Float32Array => values.filter((_, i) => i % 16 === 0);
const fixture = async (name: string): Promise<Float32Array> => {
  const file = fixturePath('quantile_transform.safetensors');
  return (await readSafetensors(file)).tensors[name]!.data as Float32Array;
};

test('65,536 values get the ranks that scikit-learn gives them, within half a rank', async () => {
  assertClose(every16th(quantileTransform(fixtureValues)), await fixture('exact'), 0.5 / 65535);
});

test('10,000 bins get what scikit-learn gives, within 1e-6', async () => {
  assertClose(every16th(quantileTransform(fixtureValues, 10000)), await fixture('bins_10000'), 1e-6);
});

test('distinct values become rank / (n - 1)', () => {
  fc.assert(
    fc.property(distinct, (list) => {
      const values = Float32Array.from(list);
      const sorted = Float32Array.from(list).sort();
      const expected = values.map((value) => sorted.indexOf(value) / (values.length - 1));
      assert.deepEqual(quantileTransform(values), expected);
    }),
  );
});

test('the mean is 0.5 where no values are equal', () => {
  fc.assert(
    fc.property(distinct, (list) => {
      const transformed = quantileTransform(Float32Array.from(list));
      const mean = transformed.reduce((sum, u) => sum + u, 0) / transformed.length;
      assert.ok(Math.abs(mean - 0.5) < 1e-6, `mean ${mean}`);
    }),
  );
});

test('a strictly increasing function of the values changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }), (list) => {
      const values = Float32Array.from(list);
      assert.deepEqual(quantileTransform(values.map((value) => value ** 2)), quantileTransform(values));
    }),
  );
});

test('zeros stay 0, ties in between get their mid-rank, the largest becomes 1', () => {
  assert.deepEqual(quantileTransform(Float32Array.of(0, 0, 0, 1, 2)), Float32Array.of(0, 0, 0, 0.75, 1));
  assert.deepEqual(quantileTransform(Float32Array.of(0, 1, 1, 2)), Float32Array.of(0, 0.5, 0.5, 1));
});

test('values that are all equal become 0', () => {
  assert.deepEqual(quantileTransform(new Float32Array(5).fill(3)), new Float32Array(5));
  assert.deepEqual(quantileTransform(new Float32Array(1)), new Float32Array(1));
  assert.deepEqual(quantileTransform(new Float32Array(0)), new Float32Array(0));
});

test('with a sample, values outside it become 0 and 1', () => {
  const transformed = quantileTransform(Float32Array.of(-1, 1, 2, 9), 3, Float32Array.of(0, 2, 4));
  assert.deepEqual(transformed, Float32Array.of(0, 0.25, 0.5, 1));
});

test('values that are not finite and absurd bins are refused by name', () => {
  assert.throws(
    () => quantileTransform(Float32Array.of(1, NaN)),
    /values must be finite numbers, got NaN at position 1/,
  );
  assert.throws(() => quantileTransform(Float32Array.of(1, 2), -3), /bins must be an integer of at least 2, got -3/);
  assert.throws(() => quantileTransform(Float32Array.of(1, 2), 2.5), /got 2.5/);
});
