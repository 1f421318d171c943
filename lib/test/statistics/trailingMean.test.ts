import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { trailingMean } from '../../src/statistics/curves/trailingMean';

/** Every window summed anew. */
const direct = (curve: readonly number[], window: number): number[] =>
  curve.map((_, step) => {
    const scores = curve.slice(Math.max(0, step - window + 1), step + 1).filter((score) => !Number.isNaN(score));
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  });

/** Equal to `tolerance` of what the window itself holds, or both NaN. */
function assertSame(
  curve: readonly number[],
  window: number,
  tolerance = 1e-13,
  actual: ArrayLike<number> = trailingMean(curve, window),
): void {
  const expected = direct(curve, window);
  const size = direct(curve.map(Math.abs), window);
  expected.forEach((value, step) => {
    if (Number.isNaN(value)) assert.equal(actual[step], NaN);
    else assert.ok(Math.abs(actual[step]! - value) <= tolerance * size[step]!, `${actual[step]} is not ${value}`);
  });
}

test('is what a hand computes: fewer at the start, NaN left out, a window of only NaN is NaN', () => {
  assert.deepEqual(trailingMean([2, 4, 9, 8, 1], 3), Float64Array.of(2, 3, 5, 7, 6));
  assert.deepEqual(trailingMean([NaN, 2, NaN, NaN, 6, 4], 2), Float64Array.of(NaN, 2, 2, NaN, 6, 5));
  assert.deepEqual(trailingMean([1, 2, 3], 10), Float64Array.of(1, 1.5, 2));
  assert.deepEqual(trailingMean([0.1, 0.7, NaN, 0], 1), Float64Array.of(0.1, 0.7, NaN, 0));
  assert.deepEqual(trailingMean([], 3), new Float64Array(0));
});

test('is the mean of every window summed anew', () => {
  const score = fc.oneof(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), fc.constant(NaN));
  fc.assert(
    fc.property(fc.array(score, { maxLength: 60 }), fc.integer({ min: 1, max: 70 }), (curve, window) => {
      assertSame(curve, window);
      assertSame(curve, 1, 0);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('a score that explodes leaves no trace once it has left the window', () => {
  const curve = Array.from({ length: 40 }, (_, step) => (step % 20 === 5 ? 1e15 / 3 : 0.1 + step / 7));
  assertSame(curve, 10);
});

test('the tolerance tells a running sum without compensation, and a window that is one step too long', () => {
  const curve = Array.from({ length: 40 }, (_, step) => (step === 5 ? 1e9 / 3 : 0.1 + step / 7));
  let sum = 0;
  const running = curve.map((score, step) => (sum += score - (curve[step - 10] ?? 0)) / Math.min(step + 1, 10));
  for (const wrong of [running, trailingMean(curve, 11)])
    assert.throws(() => assertSame(curve, 10, 1e-13, wrong), /is not/);
});

test('the same plateau has the same mean to the last bit, whatever came before it', () => {
  const plateau = Array.from({ length: 30 }, (_, step) => 0.1 + (step % 3) / 7);
  const tail = (before: number[]): Float64Array => trailingMean([...before, ...plateau], 10).slice(-20);
  assert.deepEqual(tail([0.3, 1 / 3, 1e9 / 7]), tail([]));
});

test('a window that is no positive integer is refused', () => {
  for (const window of [0, -1, 1.5, NaN])
    assert.throws(() => trailingMean([1], window), { message: `window must be a positive integer, got ${window}` });
});
