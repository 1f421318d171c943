import { sumBy } from 'lodash';
import { closeSharedRenderer, sharedRenderer } from '../../lib/src/figures/sharedRenderer';
import { writeFigure } from '../../lib/src/figures/writeFigure';
import { projectPath } from '../../lib/src/io/project';
import { profile } from '../../lib/src/profile';
import { terminalProgress } from '../../lib/src/progress/terminalProgress';
import { versions } from '../../lib/src/versions';
import { quickFigures } from './quickFigures';
import { quickStudy, seed } from './quickStudy';

interface Folders {
  /** Where results are kept. */
  readonly runs: string;
  /** Where the figures go that are computed live. */
  readonly quick: string;
}

const folders: Folders = { runs: projectPath('data', 'runs'), quick: projectPath('figures', 'quick') };

/**
 * Draws figures/ from kept reference results, then figures/quick/ from the live study; what is there already is left alone.
 *
 * @throws where the photographs or the classifier are missing
 */
export async function drawFigures({ runs, quick }: Folders = folders): Promise<void> {
  console.log('figures/: no reference results are kept yet in data/results, nothing to draw');

  let done = 0;
  const study = await quickStudy(profile(), runs, () => {
    progress?.update(++done);
  });
  const missing = study.runs.filter(({ kept }) => !kept.exists);
  const progress =
    missing.length > 0
      ? terminalProgress(
          `figures/quick: ${missing.length} explanations, iterations`,
          sumBy(missing, 'iterations'),
          process.stdout,
        )
      : undefined;
  try {
    const gradient = await study.gradient.get();
    const results = [];
    for (const { kept } of study.runs) results.push(await kept.get());
    progress?.stop();
    const provenance = {
      seed,
      sampleSize: `1 photograph, ${study.samples} noise samples an iteration`,
      classifier: results[0]!.facts.classifier,
      profile: profile(),
      versions: versions(),
    };
    const lazy = {
      render: async (figure: Parameters<typeof writeFigure>[2]) => (await sharedRenderer()).render(figure),
    };
    for (const [name, figure] of Object.entries(quickFigures(gradient, results)))
      for (const file of await writeFigure(quick, name, figure, provenance, lazy)) console.log(file);
  } finally {
    progress?.stop();
    await study.dispose();
    await closeSharedRenderer();
  }
}
