import { setImmediate } from 'node:timers/promises';
import type { Parameters, State, Transformation } from '../optimizers/Transformation';
import * as tf from '../tensorflow/tf';
import { checkEvaluation } from './checkEvaluation';
import type { MaskProblem } from './MaskProblem';

/** How far an optimisation has come: enough to go on from. Its tensors are the caller's; `tf.dispose` frees parameters and state. */
export interface Progress<Row> {
  readonly parameters: tf.Tensor[];
  readonly state: State;
  /** Rows 0..t-1, row i measured before update i. */
  readonly history: Row[];
}

export interface SolveOptions<Row extends object> {
  readonly optimizer: Transformation;
  /** T, the number of updates in all, those of `from` included. */
  readonly iterations: number;
  /** Where a stopped optimisation goes on; only read. */
  readonly from?: Progress<Row> | undefined;
  /** Called for every iteration with the row and the parameters before their update; these are only lent. */
  readonly onIteration?: ((row: Row, parameters: Parameters) => void | Promise<void>) | undefined;
  /** Stops before the next iteration; what was done is returned. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Projected gradient descent: T times evaluate, update, project.
 *
 * Row t of the history belongs to the parameters before update t, as the paper counts, so those that are returned are one update
 * further than the last row. Between iterations the event loop runs, so that displays refresh and `signal` can fire.
 *
 * @throws OptimizationError, which keeps the history, where a number of an iteration is not finite
 */
export async function solveMaskProblem<Row extends object>(
  problem: MaskProblem<Row>,
  { optimizer, iterations, from, onIteration, signal }: SolveOptions<Row>,
): Promise<Progress<Row>> {
  const history = [...(from?.history ?? [])];
  let parameters = (from?.parameters ?? problem.start).map((parameter) => parameter.clone());
  let state = from ? copied(from.state) : optimizer.init(parameters);
  try {
    while (history.length < iterations && !signal?.aborted) {
      const { gradients, row } = problem.evaluate(parameters, history.length);
      const current = { parameters, state };
      try {
        checkEvaluation(problem.name, { gradients, row }, history);
        history.push(row);
        ({ parameters, state } = step(problem, optimizer, gradients, current));
      } finally {
        tf.dispose(gradients);
      }
      try {
        tf.dispose(current.state);
        await onIteration?.(row, current.parameters);
      } finally {
        tf.dispose(current.parameters);
      }
      await setImmediate();
    }
    return { parameters, state, history };
  } catch (error) {
    tf.dispose([parameters, state]);
    throw error;
  }
}

type Iterate = Pick<Progress<object>, 'parameters' | 'state'>;

/** θ ← project(θ + Δθ). The moments are those of the gradient, whatever the projection does. */
function step(
  problem: MaskProblem<object>,
  optimizer: Transformation,
  gradients: tf.Tensor[],
  { parameters, state }: Iterate,
): Iterate {
  return tf.tidy(() => {
    const { updates, state: next } = optimizer.update(gradients, state);
    return { parameters: problem.project(parameters.map((θ, i) => θ.add(updates[i]!))), state: next };
  });
}

/** The same state in tensors of its own. */
function copied(state: State): State {
  if (state instanceof tf.Tensor) return state.clone();
  if (Array.isArray(state)) return state.map(copied);
  if (typeof state === 'object' && !ArrayBuffer.isView(state))
    return Object.fromEntries(Object.entries(state).map(([name, part]) => [name, copied(part)]));
  return state;
}
