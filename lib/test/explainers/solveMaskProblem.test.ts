import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MaskProblem } from '../../src/explainers/MaskProblem';
import { OptimizationError } from '../../src/explainers/OptimizationError';
import { solveMaskProblem, type Progress } from '../../src/explainers/solveMaskProblem';
import { adam } from '../../src/optimizers/adam';
import { toUnitInterval } from '../../src/optimizers/projections';
import * as tf from '../../src/tensorflow/tf';
import { assertClose, assertKeeps } from '../support/tensors';

interface Row {
  readonly iteration: number;
  readonly m: unknown;
}

const optimizer = adam();
/** ½‖m - (0.3, 2)‖²: the second coordinate wants to leave the box. */
const box: MaskProblem<Row> = {
  name: 'a box',
  start: [tf.tensor1d([1, 0.5])],
  scene: undefined,
  evaluate: ([m], iteration) => ({ gradients: [m!.sub([0.3, 2])], row: { iteration, m: m!.arraySync() } }),
  project: (parameters) => parameters.map(toUnitInterval),
  dispose: () => tf.dispose([...box.start]),
};
const free = (progress: Progress<Row>): void => tf.dispose([progress.parameters, progress.state]);

test('T iterations give rows 0 to T-1, each before its update, and a mask one update further', async () => {
  // the mask, and Adam's two moments
  const three = await assertKeeps(3, () => solveMaskProblem(box, { optimizer, iterations: 3 }));
  assert.deepEqual(
    three.history.map(({ iteration }) => iteration),
    [0, 1, 2],
  );
  assert.deepEqual(three.history[0]!.m, [1, 0.5]);
  assertClose(three.history[1]!.m as number[], [0.9, 0.6], 1e-6); // Adam's first step is the learning rate
  const four = await solveMaskProblem(box, { optimizer, iterations: 4 });
  assert.deepEqual(three.parameters[0]!.arraySync(), four.history[3]!.m);
  [three, four].forEach(free);
});

test('the mask reaches the minimum inside the box and stays in it', async () => {
  const solved = await solveMaskProblem(box, { optimizer, iterations: 200 });
  assertClose(solved.parameters[0]!.dataSync(), [0.3, 1], 1e-3);
  assert.ok(solved.history.every(({ m }) => (m as number[]).every((value) => value >= 0 && value <= 1)));
  free(solved);
});

test('a signal stops the loop and keeps what was done', async () => {
  const stop = new AbortController();
  const onIteration = ({ iteration }: Row): void => {
    if (iteration === 4) stop.abort();
  };
  const stopped = await assertKeeps(3, () =>
    solveMaskProblem(box, { optimizer, iterations: 100, signal: stop.signal, onIteration }),
  );
  assert.equal(stopped.history.length, 5);
  const five = await solveMaskProblem(box, { optimizer, iterations: 5 });
  assert.deepEqual(stopped.parameters[0]!.dataSync(), five.parameters[0]!.dataSync());
  [stopped, five].forEach(free);
});

test('onIteration sees the parameters that its row belongs to', async () => {
  const seen: unknown[] = [];
  const solved = await solveMaskProblem(box, {
    optimizer,
    iterations: 5,
    onIteration: (_, [m]) => void seen.push(m!.arraySync()),
  });
  assert.deepEqual(
    seen,
    solved.history.map(({ m }) => m),
  );
  free(solved);
});

test('an error in the problem or in onIteration comes through and leaves no tensor', async () => {
  const broken = (): never => {
    throw new Error('broken');
  };
  for (const problem of [
    { ...box, evaluate: broken },
    { ...box, project: broken },
  ])
    await assertKeeps(0, () => assert.rejects(solveMaskProblem(problem, { optimizer, iterations: 3 }), /broken/));
  await assertKeeps(0, () =>
    assert.rejects(solveMaskProblem(box, { optimizer, iterations: 3, onIteration: broken }), /broken/),
  );
});

test('a gradient or a number that is not finite ends the loop, which says where and keeps the history', async () => {
  const from2 = (change: (evaluation: ReturnType<typeof box.evaluate>) => ReturnType<typeof box.evaluate>) => ({
    ...box,
    evaluate: (m: readonly tf.Tensor[], iteration: number) =>
      iteration < 2 ? box.evaluate(m, iteration) : change(box.evaluate(m, iteration)),
  });
  const endless = from2(({ gradients, row }) => ({
    gradients: gradients.map((g) => tf.tidy(() => g.mul([1, Infinity]))),
    row,
  }));
  const odd = from2(({ gradients, row }) => ({ gradients, row: { ...row, loss: NaN } }));
  const ends = (problem: MaskProblem<Row>, message: string): Promise<void> =>
    assert.rejects(solveMaskProblem(problem, { optimizer, iterations: 5 }), (error: OptimizationError<Row>) => {
      assert.ok(error instanceof OptimizationError);
      assert.equal(error.message, message);
      assert.equal(error.history.length, 2);
      return true;
    });
  await ends(endless, 'the gradient of parameter 0 must be finite, got NaN or infinity at iteration 2 of a box');
  await assertKeeps(0, () => ends(odd, 'loss must be finite, got NaN at iteration 2 of a box'));
});
