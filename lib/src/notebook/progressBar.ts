import { randomUUID } from 'node:crypto';
import { escape } from 'lodash';
import { progressLine } from '../progress/progressLine';
import { positiveInteger } from '../validation/positiveInteger';
import { kernelDisplay } from './kernelDisplay';

/** A bar in the notebook that is updated in place. */
export interface ProgressBar {
  /** How much is done by now. Cheap: redraws at most five times a second, and at the end. */
  update(done: number): void;
}

const interval = 200;

/**
 * Shows how far a long computation is, and how long it will still take.
 *
 * @param total how much there is to do
 * @throws outside a notebook, or if `total` is not a positive integer
 * @example
 * const bar = progressBar('StartGrad', 100);
 * await explainer.explain(image, { onIteration: ({ iteration }) => bar.update(iteration + 1) });
 */
export function progressBar(label: string, total: number): ProgressBar {
  positiveInteger('total', total);
  const id = randomUUID();
  const start = performance.now();
  let drawn = start;
  const draw = (done: number, update: boolean): void => {
    const line = progressLine(label, done, total, (performance.now() - start) / 1000);
    const bar = `<progress value="${done}" max="${total}" style="width: 20em"></progress>`;
    kernelDisplay({ 'text/html': `<div>${bar} ${escape(line)}</div>`, 'text/plain': line }, id, update);
  };
  draw(0, false);
  return {
    update: (done) => {
      if (done < total && performance.now() - drawn < interval) return;
      drawn = performance.now();
      draw(done, true);
    },
  };
}
