import assert from 'node:assert/strict';
import { test } from 'node:test';
import { levelCurves } from '../../../src/analysis/curves/levelCurves';

test('the median photograph, null where half never reach it, and how many do', () => {
  const rising = [Float64Array.of(0, 1, 2), Float64Array.of(0, 0, 2), Float64Array.of(0, 0, 0.9)];
  const { slow } = levelCurves({ slow: rising, best: rising.map(() => Float64Array.of(2, 2, 2)) });
  const at = (level: number): unknown[] => {
    const k = slow!.level.findIndex((value) => Math.abs(value - level) < 1e-9);
    return [slow!.median[k], slow!.reached[k]];
  };
  assert.deepEqual(at(0.45), [2, 1]);
  assert.deepEqual(at(0.5), [2, 2 / 3]);
  assert.deepEqual(at(0.95), [2, 2 / 3]);
  const never = levelCurves({ none: [Float64Array.of(0, 0)], best: [Float64Array.of(0, 1)] }).none!;
  assert.deepEqual([never.median[0], never.reached[0], never.high[0]], [null, 0, 2]);
});

test('a step and never have no mean, so that an interval is open or ends at a step', () => {
  const [soon, never] = [Float64Array.of(0, 1, 1, 1, 1), Float64Array.of(0, 0, 0, 0, 0)];
  const best = (curves: Float64Array[]) => curves.map(() => Float64Array.of(1, 1, 1, 1, 1));
  const drawn = (some: Float64Array[]) => {
    const { median, low, high, reached } = levelCurves({ some, best: best(some) }).some!;
    return [median[9], low[9], high[9], reached[9]];
  };
  assert.deepEqual(drawn([soon, never]), [null, 1, 5, 1 / 2]);
  // of 6 draws 3 or more are never in 6.2 % of the resamples, and 4 or more in 0.9 %
  assert.deepEqual(drawn([soon, soon, soon, soon, soon, never]), [1, 1, 5, 5 / 6]);
  assert.deepEqual(drawn([soon, soon, soon, soon]), [1, 1, 1, 1]);
});
