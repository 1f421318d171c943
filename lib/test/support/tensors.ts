import assert from 'node:assert/strict';
import * as tf from '../../src/tensorflow/tf';

/** Runs something and asserts that it leaves exactly `kept` tensors behind. */
export async function assertKeeps<T>(kept: number, run: () => T | Promise<T>): Promise<T> {
  const before = tf.memory().numTensors;
  const result = await run();
  assert.equal(tf.memory().numTensors - before, kept, 'tensors left behind');
  return result;
}

/** Normal numbers that depend on nothing but shape and seed. The caller knows the rank. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function randomTensor<T extends tf.Tensor>(shape: number[], seed: number): T {
  return tf.randomNormal(shape, 0, 1, 'float32', seed) as unknown as T;
}

/** ‖a - b‖ / ‖b‖ */
export function relativeError(a: tf.Tensor, b: tf.Tensor): number {
  return tf.tidy(() => a.sub(b).norm().div(b.norm()).dataSync()[0]!);
}

/** max |aᵢ - bᵢ|, NaN where one of them is */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(b).reduce((most, value, i) => Math.max(most, Math.abs(a[i]! - value)), 0);
}

/** Asserts that two lists agree to a tolerance. That the tolerance bites, a test shows by breaking what it computes. */
export function assertClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  assert.equal(actual.length, expected.length, 'lengths');
  const difference = largestDifference(actual, expected);
  assert.ok(difference <= tolerance, `largest difference ${difference} exceeds ${tolerance}`);
}
