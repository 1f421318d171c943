import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { adam, type AdamOptions } from '../../src/optimizers/adam';
import * as tf from '../../src/tensorflow/tf';
import reference from '../fixtures/adam.json';
import { assertClose, assertKeeps } from '../support/tensors';

/** Parameters after each of the steps whose gradients a function gives. */
function trajectory(
  start: number[],
  steps: number,
  gradient: (x: number[], step: number) => number[],
  options?: AdamOptions,
) {
  return tf.tidy(() => {
    const optimizer = adam(options);
    let parameters: tf.Tensor = tf.tensor1d(start);
    let state = optimizer.init([parameters]);
    return Array.from({ length: steps }, (_, step) => {
      const g = tf.tensor1d(gradient(Array.from(parameters.dataSync()), step));
      const { updates, state: next } = optimizer.update([g], state);
      state = next;
      parameters = parameters.add(updates[0]!);
      return Array.from(parameters.dataSync());
    });
  });
}

test("twelve steps are those of PyTorch's Adam, for gradients from 1e-7 to 10", () => {
  const { gradients, parameters } = reference;
  const ours = trajectory([0, 0, 0, 0], 12, (_, step) => gradients[step]!);
  assertClose(ours.flat(), parameters.flat(), 1e-6);
});

test('the first step is the learning rate against the sign of the gradient', () => {
  const gradients = fc.array(
    fc.double({ min: 1e-3, max: 1e3, noNaN: true }).chain((g) => fc.constantFrom(g, -g)),
    {
      minLength: 1,
      maxLength: 20,
    },
  );
  fc.assert(
    fc.property(gradients, fc.double({ min: 1e-3, max: 1, noNaN: true }), (g, learningRate) => {
      const [first] = trajectory(
        g.map(() => 0),
        1,
        () => g,
        { learningRate },
      );
      assertClose(
        first!,
        g.map((value) => -learningRate * Math.sign(value)),
        2e-5 * learningRate,
      );
    }),
  );
});

test('epsilon shrinks the steps of tiny gradients: 1e-7 moves by 0.1 / 1.1', () => {
  const [first] = trajectory([0], 1, () => [1e-7]);
  assertClose(first!, [-0.1 / 1.1], 1e-6);
});

test('a gradient whose square is no float32 moves by the learning rate too', () => {
  const steps = trajectory([0, 0, 0], 2, () => [1e19, -3e25, 3e38]);
  assertClose(steps.flat(), [-0.1, 0.1, -0.1, -0.2, 0.2, -0.2], 1e-5);
});

test('an option that is unknown, absurd or would divide by 0 is refused', () => {
  const wrong: [object, string][] = [
    [{ lr: 5 }, 'optimizer must have no keys but learningRate, beta1, beta2, epsilon, got lr'],
    [{ learningRate: 2 }, 'learningRate must be a number from 0 to 1, got 2'],
    [{ learningRate: NaN }, 'learningRate must be a number from 0 to 1, got NaN'],
    [{ epsilon: 0 }, 'epsilon must be above 0, got 0'],
    [{ beta2: 1 }, 'beta2 must be less than 1, got 1'],
  ];
  for (const [options, message] of wrong) assert.throws(() => adam(options), { name: 'RangeError', message });
});

test('a parabola is solved', () => {
  const last = trajectory([5, -3], 400, (x) => x.map((value) => 2 * value)).at(-1)!;
  assertClose(last, [0, 0], 1e-3);
});

test("Rosenbrock's valley is descended to its minimum at (1, 1)", () => {
  const gradient = ([x, y]: number[]): number[] => [-2 * (1 - x!) - 400 * x! * (y! - x! ** 2), 200 * (y! - x! ** 2)];
  const last = trajectory([-1, 1], 4000, gradient, { learningRate: 0.02 }).at(-1)!;
  assertClose(last, [1, 1], 0.01);
});

test('an update is pure and leaves its results only', async () => {
  const optimizer = adam();
  const gradient = tf.tensor1d([1, 2]);
  const state = optimizer.init([gradient]);
  const run = (): Promise<ReturnType<typeof optimizer.update>> =>
    assertKeeps(3, () => optimizer.update([gradient], state));
  const [one, two] = [await run(), await run()];
  assert.deepEqual(one.updates[0]!.dataSync(), two.updates[0]!.dataSync());
  assert.equal(state.step, 0);
  tf.dispose([gradient, state.first, state.second, one.updates, two.updates]);
});
