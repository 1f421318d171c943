import type { Run } from '../../../src/study/plan/Run';
import type { RunResult } from '../../../src/study/store/RunResult';
import { pixelMask } from '../../../src/explainers/image/PixelMask';

/** A run that nobody performed, for what only keeps and reads. */
export const toyRun = (changes: Partial<Run> = {}): Run => ({
  revision: 1,
  tensorflow: '2.9.1',
  sharp: '0.35.5',
  subject: { kind: 'photograph', name: 'toy cat.jpg', sha256: 'ab' },
  classifier: { name: 'toy', sha256: 'cd' },
  method: { name: 'pixelmask' },
  variant: 'paper',
  options: {},
  initializer: { name: 'all-ones' },
  iterations: 2,
  samples: 4,
  seed: 1,
  faithfulness: [],
  pictures: [],
  masks: [],
  ...changes,
});

/** What it might have measured. */
export const toyResult: RunResult = {
  target: 3,
  label: 'tabby, tabby cat',
  probability: 0.25,
  options: pixelMask.variants.paper,
  curves: {
    distortion: [0.001, 0.0025],
    sparsity: [1, 0.9],
    spatial: null,
    retainedProbability: [1.5, 0.75],
    retainedL1: [1, 0.5],
    retainedPixel: [1, 0.25],
  },
  faithfulness: [],
  pictures: [],
  masks: [],
  versions: { tensorflow: '2.9.1' },
};
