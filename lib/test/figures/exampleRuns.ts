import type { ExplanationFacts } from '../../src/explainers/image/Explanation';
import type { IterationRecord } from '../../src/explainers/image/IterationRecord';
import { adam } from '../../src/optimizers/adam';
import { pixelMask } from '../../src/explainers/image/PixelMask';

/** Histories that look like real ones but follow simple formulas, so that a picture of them never changes. */
export function exampleRuns(iterations = 30, spatial = false): ExplanationFacts[] {
  return ['startgrad', 'all-ones', 'uniform'].map((initializer, run) => ({
    method: 'pixelmask',
    variant: 'paper',
    options: pixelMask.variants.paper,
    initializer,
    classifier: 'efficientnet-lite0',
    target: 285,
    label: 'Egyptian cat',
    probability: 0.5,
    seed: 1,
    samples: 16,
    iterations,
    optimizer: adam().options,
    versions: { startgrad: '0.1.0' },
    history: Array.from({ length: iterations }, (_, t): IterationRecord => {
      const kept = Math.exp(-t / (8 + 4 * run));
      return {
        iteration: t,
        loss: 0.2 - 0.1 * kept + kept,
        distortion: 0.2 - 0.1 * kept,
        sparsity: kept,
        spatial: spatial ? kept / 2 : null,
        retainedProbability: 0.5 + 0.5 * kept,
        retainedL1: kept,
        retainedPixel: kept,
        cpL1: (0.5 + 0.5 * kept) / kept,
        cpPixel: t === 3 ? null : (0.5 + 0.5 * kept) / kept,
      };
    }),
  }));
}
