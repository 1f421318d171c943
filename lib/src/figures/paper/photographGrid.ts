import { toHistory, type FinishedRun } from '../../study/store/RunResult';
import { compareStarts } from '../../analysis/align/compareStarts';
import { describeSample } from '../../analysis/align/Sample';
import { references } from '../../study/plan/startNames';
import { explanationPanel, type Tile } from '../style/explanationPanel';
import type { Figure } from '../../render/Figure';
import { initializerStyle, methodStyle } from '../style/palette';
import { scoreInWords, scoreNote } from '../style/scoreInWords';

/**
 * The picture that a run has kept after some number of updates, with the last CP-Pixel and retained probability p measured up to then.
 *
 * @throws RangeError if the run has kept no such picture
 */
export function pictureTile(finished: FinishedRun, iteration: number, title: string): Tile {
  const { run, result } = finished;
  const kept = result.pictures.find((picture) => picture.iteration === iteration);
  if (!kept)
    throw new RangeError(
      `iteration must be one of ${result.pictures.map((picture) => picture.iteration).join(', ') || 'none'}, got ${iteration} for ${run.subject.name} by ${run.method.name} from ${run.initializer.name}`,
    );
  const measured = toHistory(finished)[Math.min(iteration, run.iterations - 1)]!;
  return { title: `${title}: ${scoreInWords(measured)}`, uri: kept.uri };
}

/**
 * Figures F.18 to F.20: what a method keeps of several photographs, a row for each: the photograph, then the pictures from
 * all-ones, uniform and StartGrad after the last update, with CP-Pixel and the share p of the class's probability that is retained.
 *
 * @param photographs the address of every photograph by its name, from `pictureUri` or `photographUri`
 * @throws RangeError if runs or pictures are missing, or runs are mixed
 */
export function photographGrid(
  runs: readonly FinishedRun[],
  method: string,
  photographs: Readonly<Record<string, string>>,
): Figure {
  const own = runs.filter(({ run }) => run.method.name === method && run.subject.name in photographs);
  const { sample, methods } = compareStarts(own, [...references, 'startgrad']);
  const starts = Object.entries(methods[0]!.runs);
  const { iterations } = starts[0]![1][0]!.run;
  const tiles = starts[0]![1].flatMap(({ run, result }, row) => [
    { title: result.label, uri: photographs[run.subject.name]! },
    ...starts.map(([name, aligned]) => pictureTile(aligned[row]!, iterations, initializerStyle(name).label)),
  ]);
  return explanationPanel(
    `What ${methodStyle(method).label} keeps`,
    `${describeSample(sample)}<br>after ${iterations} updates, brightened; ${scoreNote}`,
    tiles,
    1 + starts.length,
  );
}
