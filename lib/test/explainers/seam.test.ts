/** The seam: any differentiable model of any input, with parameters besides the mask, is solved by the loop that explains photographs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MaskProblem } from '../../src/explainers/MaskProblem';
import { solveMaskProblem } from '../../src/explainers/solveMaskProblem';
import { adam } from '../../src/optimizers/adam';
import { chain } from '../../src/optimizers/chain';
import { normalise } from '../../src/optimizers/normalise';
import { toUnitInterval, unconstrained } from '../../src/optimizers/projections';
import * as tf from '../../src/tensorflow/tf';
import { assertKeeps } from '../support/tensors';

/** A line x of eight numbers, a model w · x that needs only two of them, and a bias b that may make up for what the mask hides. */
function line(): MaskProblem<{ loss: number; kept: number }, { x: tf.Tensor; w: tf.Tensor }> {
  const [x, w] = [tf.linspace(1, 8, 8), tf.tensor1d([0, 0, 3, 0, 0, -2, 0, 0])];
  const start = [tf.ones([8]), tf.scalar(0)];
  return {
    name: 'a line',
    start,
    scene: { x, w },
    evaluate: ([mask, bias]) =>
      tf.tidy(() => {
        // (w · (m ⊙ x) + b - w · x)² + ½ mean(m)
        const loss = (m: tf.Tensor, b: tf.Tensor): tf.Tensor =>
          w.mul(x).mul(m.sub(1)).sum().add(b).square().add(m.mean().mul(0.5)); // prettier-ignore
        const { value, grads } = tf.valueAndGrads((m, b) => loss(m, b).asScalar())([mask!, bias!]);
        return { gradients: grads, row: { loss: value.dataSync()[0]!, kept: mask!.mean().dataSync()[0]! } };
      }),
    project: ([mask, bias]) => [toUnitInterval(mask!), unconstrained(bias!)],
    dispose: () => tf.dispose([x, w, ...start]),
  };
}

test('a line is explained, and a stopped optimisation goes on as if it had never stopped', async () => {
  const optimizer = chain(normalise(), adam());
  await assertKeeps(0, async () => {
    const problem = line();
    const whole = await solveMaskProblem(problem, { optimizer, iterations: 60 });
    const stop = new AbortController();
    const seen: number[] = [];
    const onIteration = ({ loss }: { loss: number }): void => {
      if (seen.push(loss) === 9) stop.abort();
    };
    const part = await solveMaskProblem(problem, { optimizer, iterations: 60, signal: stop.signal, onIteration });
    const rest = await solveMaskProblem(problem, { optimizer, iterations: 60, from: part });

    assert.deepEqual(rest.history, whole.history);
    assert.deepEqual(part.history.map(({ loss }) => loss), seen); // prettier-ignore
    rest.parameters.forEach((θ, i) => assert.deepEqual(θ.dataSync(), whole.parameters[i]!.dataSync()));
    const [mask, bias] = rest.parameters.map((θ) => Array.from(θ.dataSync()));
    const needed = mask!.map((m) => m > 0);
    assert.deepEqual(needed, [false, false, true, false, false, true, false, false], 'the model needs the third and the sixth'); // prettier-ignore
    assert.ok(Math.abs(bias![0]!) > 0.01, 'the bias has moved, and nothing has clamped it to [0, 1]');
    tf.dispose([whole, part, rest].flatMap(({ parameters, state }) => [parameters, state]));
    problem.dispose();
  });
});
