import { closeSharedRenderer, sharedRenderer } from '../../lib/src/figures/sharedRenderer';
import { writeFigure } from '../../lib/src/figures/writeFigure';
import { projectPath } from '../../lib/src/io/project';
import { profile } from '../../lib/src/profile';
import { terminalProgress } from '../../lib/src/progress/terminalProgress';
import { versions } from '../../lib/src/versions';
import { quickFigures } from './quickFigures';
import { quickStudy, seed } from './quickStudy';

/**
 * Draws figures/ from kept reference results, then figures/quick/ from the live study; what is there already is left alone.
 *
 * @throws where the photographs or the classifier are missing
 */
export async function drawFigures(): Promise<void> {
  console.log('figures/: no reference results are kept yet in data/results, nothing to draw');

  let done = 0;
  const study = await quickStudy(profile(), () => {
    progress?.update(++done);
  });
  const missing = study.runs.filter((run) => !run.exists);
  const progress =
    missing.length > 0
      ? terminalProgress(
          `figures/quick: ${missing.length} explanations, iterations`,
          missing.length * study.iterations,
          process.stdout,
        )
      : undefined;
  try {
    const gradient = await study.gradient.get();
    const runs = [];
    for (const run of study.runs) runs.push(await run.get());
    progress?.stop();
    const provenance = {
      seed,
      sampleSize: `1 photograph, ${study.samples} noise samples an iteration`,
      classifier: runs[0]!.facts.classifier,
      profile: profile(),
      versions: versions(),
    };
    const lazy = {
      render: async (figure: Parameters<typeof writeFigure>[2]) => (await sharedRenderer()).render(figure),
    };
    const folder = projectPath('figures', 'quick');
    for (const [name, figure] of Object.entries(quickFigures(gradient, runs)))
      for (const file of await writeFigure(folder, name, figure, provenance, lazy)) console.log(file);
  } finally {
    progress?.stop();
    await study.dispose();
    await closeSharedRenderer();
  }
}
