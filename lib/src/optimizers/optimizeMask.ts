import { setImmediate } from 'node:timers/promises';
import type { Mask } from '../representations/Representation';
import * as tf from '../tensorflow/tf';
import type { Adam, AdamState } from './adam';

/** What an objective says of a mask: the gradient of its loss, and a row for the history. */
export interface Evaluation<Row> {
  readonly gradients: tf.Tensor[];
  readonly row: Row;
}

export interface OptimizeOptions<Row> {
  readonly optimizer: Adam;
  readonly iterations: number;
  /** Called for every iteration with the row and the mask before its update; the mask is only lent. */
  readonly onIteration?: ((row: Row, mask: Mask) => void | Promise<void>) | undefined;
  /** Stops before the next iteration; what was done is kept. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Projected gradient descent on a mask in [0, 1]: T times evaluate, update, clamp.
 *
 * Row t of the history belongs to the mask before update t, as the paper counts, so the returned mask is one update further than
 * the last row. Between iterations the event loop runs, so that displays refresh and `signal` can fire.
 *
 * @param initial m₀; taken over and disposed
 * @param evaluate the objective at a mask and iteration
 */
export async function optimizeMask<Row>(
  initial: Mask,
  evaluate: (mask: Mask, iteration: number) => Evaluation<Row>,
  { optimizer, iterations, onIteration, signal }: OptimizeOptions<Row>,
): Promise<{ mask: Mask; history: Row[] }> {
  let mask = initial;
  let state = optimizer.init(mask);
  const history: Row[] = [];
  try {
    while (history.length < iterations && !signal?.aborted) {
      const { gradients, row } = evaluate(mask, history.length);
      history.push(row);
      const current = { mask, state };
      ({ mask, state } = step(optimizer, gradients, current));
      try {
        tf.dispose([gradients, current.state.first, current.state.second]);
        await onIteration?.(row, current.mask);
      } finally {
        tf.dispose(current.mask as tf.Tensor[]);
      }
      await setImmediate();
    }
    return { mask, history };
  } catch (error) {
    tf.dispose(mask as tf.Tensor[]);
    throw error;
  } finally {
    tf.dispose([state.first, state.second]);
  }
}

interface Iterate {
  readonly mask: Mask;
  readonly state: AdamState;
}

/** One projected update: m ← clamp(m + Δm, 0, 1). The moments are those of the unprojected gradient. */
function step(optimizer: Adam, gradients: tf.Tensor[], { mask, state }: Iterate): Iterate {
  return tf.tidy(() => {
    const { updates, state: next } = optimizer.update(gradients, state);
    return { mask: mask.map((m, i) => tf.clipByValue(m.add(updates[i]!), 0, 1)), state: next };
  });
}
