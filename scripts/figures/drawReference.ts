import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { uniq } from 'lodash';
import type { Figure } from '../../lib/src/render/Figure';
import { provenance } from '../../lib/src/figures/provenance';
import { writeFigure, type Provenance } from '../../lib/src/render/writeFigure';
import { loadImage } from '../../lib/src/files/images/loadImage';
import { projectPath } from '../../lib/src/project';
import { photographUri } from '../../lib/src/pictures/photographUri';
import type { PublishedScores } from '../../lib/src/analysis/PublishedScores';
import { ResultFolder } from '../../lib/src/study/store/ResultFolder';
import { describeSample } from '../../lib/src/analysis/align/Sample';
import { speedUps } from '../../lib/src/analysis/races/speedUps';
import { speedUpTable } from '../../lib/src/tables/speedUpTable';
import { writeTable } from '../../lib/src/tables/writeTable';
import { speedUpFigure } from '../../lib/src/figures/paper/speedUpFigure';
import type { FinishedRun } from '../../lib/src/study/store/RunResult';
import { lazyRenderer } from './lazyRenderer';
import {
  comparisonFigures,
  maskSizeFigures,
  pictureFigures,
  publishedDrawings,
  type Drawings,
} from './referenceFigures';
import { writeReferenceTables } from './referenceTables';
import { speedUpStudies } from './speedUpStudies';

/**
 * Draws the figures and tables of the kept results.
 *
 * @param results the folder of kept results, `data/results`
 * @returns the paths of the files, written now or before
 * @throws if the runs of a figure are missing; a damaged run counts as missing
 */
export async function drawReference(results: string, figures: string): Promise<string[]> {
  const runs = await new ResultFolder(path.join(results, 'reference')).readAll();
  const pictured = await new ResultFolder(path.join(results, 'pictures')).readAll();
  const files: string[] = [];
  const draw = async (drawings: Drawings, from: Provenance): Promise<void> => {
    for (const [name, drawn] of Object.entries(drawings)) {
      const figure = drawn();
      files.push(...(await writeFigure(figures, name, figure, { ...from, sampleSize: noteOf(figure) }, lazyRenderer)));
    }
  };

  await draw({ ...comparisonFigures(runs), ...maskSizeFigures(runs) }, provenance(runs, 'reference'));
  for (const { name, title, caption, races } of speedUpStudies)
    for (const procedure of ['sound', 'released'] as const) {
      const found = speedUps(runs, races, { procedure });
      if (procedure === 'sound')
        await draw({ [`${name}-speed-up`]: () => speedUpFigure(found, title) }, provenance(runs, 'reference'));
      const note = `${caption}; ${procedure} procedure; ${describeSample(found.sample)}, changed as the rows say.`;
      const file = procedure === 'sound' ? name : `${name}-released`;
      files.push(...(await writeTable(figures, file, speedUpTable(found), note)));
    }
  await draw(pictureFigures(pictured, await photographUris(pictured)), provenance(pictured, 'reference'));
  const published = path.join(results, 'published', 'swin_v2_t.json');
  if (existsSync(published)) {
    const scores = JSON.parse(await readFile(published, 'utf8')) as PublishedScores;
    await draw(publishedDrawings(scores), publishedProvenance(scores));
  }
  files.push(...(await writeReferenceTables(runs, results, figures)));
  return files;
}

/** The note under a figure's title: the figure's own sample, which may be smaller than the study's. */
const noteOf = ({ layout }: Figure): string => (layout.title as { subtitle: { text: string } }).subtitle.text;

/** Side of the classifier's images, in pixels. */
const side = 224;

/** The free photographs that runs explain, as data URIs by name. */
async function photographUris(runs: readonly FinishedRun[]): Promise<Record<string, string>> {
  const names = uniq(runs.map(({ run }) => run.subject.name));
  const entries = names.map(async (name): Promise<[string, string]> => {
    const image = await loadImage(projectPath('data', 'images', name), { height: side, width: side });
    try {
      return [name, await photographUri(image)];
    } finally {
      image.dispose();
    }
  });
  return Object.fromEntries(await Promise.all(entries));
}

const publishedProvenance = ({ classifier, photographs, samples, commit }: PublishedScores): Provenance => ({
  seed: 123,
  sampleSize: `${photographs} photographs, ${samples} noise samples an iteration, as published`,
  classifier,
  profile: 'published',
  versions: { commit },
});
