/**
 * `npx tsx scripts/published.ts folder-of-published-data`: aggregates the scores that the authors published for Swin V2-T into
 * data/results/published/swin_v2_t.json. Only the aggregated numbers are kept, not those of single images.
 */
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { mapValues } from 'lodash';
import writeFileAtomic from 'write-file-atomic';
import { projectPath } from '../lib/src/project';
import { readNpy } from '../lib/src/files/tensors/readNpy';
import { curvesFrom, type Curves } from '../lib/src/statistics/curves/Curves';
import { interquartileCurve } from '../lib/src/analysis/curves/interquartileCurve';
import { levelCurves } from '../lib/src/analysis/curves/levelCurves';
import { normalisedCurves } from '../lib/src/analysis/curves/normalisedCurves';
import type { PublishedScores, PublishedSpeedUp } from '../lib/src/analysis/PublishedScores';
import { racing } from '../lib/src/analysis/races/raceToTarget';
import { cpMetrics, type CpMetric } from '../lib/src/analysis/curves/scoreCurves';
import { references } from '../lib/src/study/plan/startNames';

const steps = 300;
const images = 250;
const methods = ['pixelmask', 'waveletx', 'shearletx'];
const files = { startgrad: 'startgrad', 'all-ones': 'all_ones', uniform: 'uniform' };
const scoreFiles: Readonly<Record<CpMetric, string>> = { cpPixel: 'cp_pixel', cpL1: 'cp_l1' };

/** Table 2 of these scores: both references and statistics, by either procedure. */
function speedUps(method: string, metric: CpMetric, curves: Record<string, Curves>): PublishedSpeedUp[] {
  return (['iqm', 'median'] as const).flatMap((statistic) =>
    (['sound', 'released'] as const).flatMap((procedure) => {
      const race = racing(statistic, { procedure });
      return references.map((name) => {
        const reference = curves[name]!;
        const result = race({ candidate: curves.startgrad!, reference });
        return {
          method,
          metric,
          reference: name,
          result,
          overItself: race({ candidate: reference, reference }).speedUp.value,
        };
      });
    }),
  );
}

async function main(folder: string | undefined): Promise<string> {
  if (folder === undefined) throw new Error('folder must be the one with the published data, got none');
  const manifest = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')) as Pick<
    PublishedScores,
    'source' | 'commit' | 'licence'
  >;
  const curves = (method: string, metric: CpMetric): Record<string, Curves> =>
    Object.fromEntries(
      Object.entries(files).map(([name, file]) => {
        // on pixels the two scores are the same, and published once
        const score = method === 'pixelmask' ? 'cp_pixel' : scoreFiles[metric];
        const values = readNpy(path.join(folder, 'vision', method, 'swin_t', `${score}_${file}.npy`));
        const rows = Array.from({ length: images }, (_, i) => values.subarray(i * steps, (i + 1) * steps));
        return [name, curvesFrom(`${method} ${score} ${name}`, rows)];
      }),
    );
  const all = <T>(metric: CpMetric, summarise: (curves: Record<string, Curves>) => T) =>
    methods.map((method) => ({ method, curves: summarise(curves(method, metric)) }));
  const panels = methods.flatMap((method) =>
    cpMetrics.map((metric) => ({ method, metric, own: curves(method, metric) })),
  );
  const scores: PublishedScores = {
    source: manifest.source,
    commit: manifest.commit,
    licence: manifest.licence,
    classifier: 'Swin V2-T',
    photographs: images,
    samples: 16,
    computed:
      'six significant digits. interquartile: at every iteration (from 0) the interquartile mean, its released standard error, and ' +
      'the ends of the 95 % bootstrap interval (2000 resamples of images). normalised: scores divided by the largest over ' +
      'initialisers and iterations of the image, mean and standard error over images. levels: first iteration (from 0) at which ' +
      'an image reaches a level of its normalised score, median (the later of two in the middle) with 95 % bootstrap interval (2001 ' +
      'resamples), and share of images that reach it. ' +
      'speedUps: how soon StartGrad reaches what a reference ends with, soundly (both timed by the first iteration, from 1, at ' +
      'which the mean of 10 reaches the target; 2000 paired resamples of images) and as released (first iteration, from 0, against ' +
      'all of the reference; 250 resamples), with the share of resamples that never arrive, and the reference against itself',
    interquartile: panels.map(({ method, metric, own }) => ({
      method,
      metric,
      curves: mapValues(own, interquartileCurve),
    })),
    normalised: { cpPixel: all('cpPixel', normalisedCurves), cpL1: all('cpL1', normalisedCurves) },
    levels: { cpPixel: all('cpPixel', levelCurves), cpL1: all('cpL1', levelCurves) },
    speedUps: panels.flatMap(({ method, metric, own }) => speedUps(method, metric, own)),
  };
  const file = projectPath('data', 'results', 'published', 'swin_v2_t.json');
  const rounded = (_: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toPrecision(6)) : value;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFileAtomic(file, `${JSON.stringify(scores, rounded)}\n`);
  return file;
}

main(process.argv[2]).then(console.log, (error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
