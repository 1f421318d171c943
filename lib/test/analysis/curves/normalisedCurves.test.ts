import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalisedCurves } from '../../../src/analysis/curves/normalisedCurves';

test('normalised curves have the paper’s iterations, counted from 1', () => {
  const curve = Float64Array.from({ length: 300 }, (_, t) => t + 1);
  const { startgrad, uniform } = normalisedCurves({ startgrad: [curve], uniform: [curve.map((score) => score / 2)] });
  assert.deepEqual(
    startgrad!.iteration,
    Array.from({ length: 30 }, (_, k) => 10 * k + 1),
  );
  assert.deepEqual([startgrad!.value[29], uniform!.value[29]], [291 / 300, 291 / 600]);
});
