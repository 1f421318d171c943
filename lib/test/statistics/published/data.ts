import { readFileSync } from 'node:fs';
import { memoize } from 'lodash';
import { curvesFrom, type Curves } from '../../../src/statistics/curves/Curves';
import { normalisedScores } from '../../../src/statistics/curves/normalisedScores';
import { readNpy } from '../../../src/files/tensors/readNpy';
import { sharedPath } from '../../support/shared';
import type { Expected } from './Expected';

const STEPS = 300;
const published = (...parts: string[]): string => sharedPath('oracle', 'published', ...parts);
const json = (...parts: string[]): unknown => JSON.parse(readFileSync(published(...parts), 'utf8'));

export const expected = memoize(() => json('expected.json') as readonly Expected[]);

/** Scores of 250 images in Swin, `[image][step]`. PixelMask has one score: CP-L1 and CP-Pixel coincide. */
export const swinCurves = memoize(
  (method: string, metric: string, init: string): Curves => {
    const file = `${method === 'pixelmask' ? 'cp_pixel' : metric}_${init}.npy`;
    const values = readNpy(published('vision', method, 'swin_t', file));
    const rows = Array.from({ length: values.length / STEPS }, (_, image) =>
      values.subarray(image * STEPS, (image + 1) * STEPS),
    );
    return curvesFrom(file, rows);
  },
  (...names) => names.join(),
);

/** The same, normalised over the three initialisers. */
export const swinNormalised = memoize(
  (method: string, metric: string) =>
    normalisedScores({
      all_ones: swinCurves(method, metric, 'all_ones'),
      uniform: swinCurves(method, metric, 'uniform'),
      startgrad: swinCurves(method, metric, 'startgrad'),
    }) as Record<string, Curves>,
  (...names) => names.join(),
);

/** The mean over images of ResNet18's retained probability or information at each step. */
export const resNetMean = (method: string, quantity: string, init: string): ArrayLike<number> =>
  readNpy(published('vision', method, 'resnet18', `${quantity}_mean_${init}.npy`));

type Faithfulness = Record<string, Record<string, { iqm_score: number; std_error: number }>>;

/** Released summaries of faithfulness by iterations and `method/init`. */
export const faithfulness = memoize(() => json('vision', 'faithfulness_resnet18.json') as Faithfulness);

/** Released averages over seeds by initialiser and metric: means and standard deviations at iterations 50, 100, 300, 500. */
export const timeSeries = memoize(
  () => json('time_series', 'avg_over_seeds.json') as Record<string, Record<string, [number[], number[]]>>,
);
