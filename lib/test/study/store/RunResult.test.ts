import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { IterationRecord } from '../../../src/explainers/image/IterationRecord';
import { ImageExplainer } from '../../../src/explainers/image/ImageExplainer';
import { pixelMask } from '../../../src/explainers/image/PixelMask';
import { waveletX } from '../../../src/explainers/image/WaveletX';
import { measuredColumns, shortest, toCurves, toHistory, type RunResult } from '../../../src/study/store/RunResult';
import { assertClose } from '../../support/tensors';
import { toyClassifier, toyImage } from '../../support/toyClassifier';
import { toyResult } from '../toys/toyRun';
import { type MethodOptions } from '../../../src/explainers/image/options/MethodOptions';

/** The history after it was kept in a file and read again. */
function keptAndRead(history: readonly IterationRecord[], options: MethodOptions): IterationRecord[] {
  const result = JSON.parse(JSON.stringify({ ...toyResult, options, curves: toCurves(history) })) as RunResult;
  return toHistory({ result });
}

for (const [method, changes] of [
  [pixelMask, {}],
  [pixelMask, { sparsityWeight: 3 }],
  [waveletX, {}],
] as const)
  test(`the history of ${method.name} ${JSON.stringify(changes)} follows from the kept columns`, async () => {
    const classifier = toyClassifier();
    const options = { ...method.variants.paper, ...changes };
    const explainer = new ImageExplainer(classifier, method, { ...changes, iterations: 6, samples: 2 });
    const { history } = await explainer.explain(toyImage(), { seed: 1 });
    const read = keptAndRead(history, options);
    assert.equal(read.length, history.length);
    for (const [row, { loss, cpL1, cpPixel, ...measured }] of history.entries()) {
      const same = read[row]!;
      assert.equal(same.iteration, row);
      // float32 numbers come back as the shortest decimal that is the same one, others as they were
      for (const name of measuredColumns) {
        const [kept, was] = [same[name], measured[name]];
        if (was === null) assert.equal(kept, null, name);
        else assert.equal(Math.fround(was) === was ? Math.fround(kept!) : kept, was, `${name} of row ${row}`);
      }
      assertClose([same.loss / loss, same.cpL1! / cpL1!, same.cpPixel! / cpPixel!], [1, 1, 1], 1e-6);
    }
    classifier.dispose();
  });

test('loss and CP scores are computed with the weights of the run', () => {
  const options = { ...pixelMask.variants.paper, sparsityWeight: 2, spatialWeight: 10 };
  const [first, second] = toHistory({
    result: { ...toyResult, options, curves: { ...toyResult.curves, spatial: [0.1, 0.2] } },
  });
  assertClose([first!.loss, second!.loss], [0.001 + 2 * 1 + 10 * 0.1, 0.0025 + 2 * 0.9 + 10 * 0.2], 1e-12);
  assert.deepEqual([second!.cpL1, second!.cpPixel], [1.5, 3]);
  assert.ok(!('undefinedCp' in second!));
});

test('a mask that has died has no CP score, and why', () => {
  const dead = { ...toyResult, curves: { ...toyResult.curves, retainedL1: [1, 0], retainedPixel: [1, 0] } };
  const [, row] = toHistory({ result: dead });
  assert.deepEqual([row!.cpL1, row!.cpPixel], [null, null]);
  // word for word what ImageExplainer.test.ts expects of the explainer
  assert.equal(row!.undefinedCp, 'cpL1: retained information is 0; cpPixel: retained information is 0');
});

test('a number that JSON could not keep is refused', () => {
  const history = toHistory({ result: toyResult });
  const withSecond = (distortion: number) => history.map((row, at) => (at === 1 ? { ...row, distortion } : row));
  assert.deepEqual(toCurves(withSecond(0.0025)), toyResult.curves);
  for (const value of [NaN, Infinity])
    assert.throws(() => toCurves(withSecond(value)), {
      name: 'RangeError',
      message: `distortion must be finite, got ${value} at iteration 1`,
    });
});

test('the shortest decimal of a float32 number is that number', () => {
  fc.assert(
    fc.property(fc.float({ noNaN: true }), (value) => {
      const short = shortest(value);
      assert.equal(Math.fround(short) + 0, value + 0); // + 0: JSON knows no -0 anyway
      assert.ok(String(short).length <= String(value).length, `${short} for ${value}`);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

test('the shortest decimal has no digit too many', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: -20, max: 20 }), (digits, exponent) => {
      const decimal = Number(`${digits}e${exponent}`); // up to 6 digits always survive float32
      assert.equal(shortest(Math.fround(decimal)), decimal);
    }),
    { seed: 1, numRuns: 1000 },
  );
});

test('what is no float32 number is kept as it is', () => {
  for (const value of [0.1, Math.PI, 1e300]) assert.equal(shortest(value), value);
  assert.equal(shortest(Math.fround(0.1)), 0.1);
});
