import { compareStarts } from '../../analysis/align/compareStarts';
import type { FinishedRun } from '../../study/store/RunResult';
import { describeSample } from '../../analysis/align/Sample';
import { explanationPanel } from '../style/explanationPanel';
import type { Figure } from '../../render/Figure';
import { initializerStyle, methodStyle } from '../style/palette';
import { pictureTile } from '../paper/photographGrid';
import { scoreNote } from '../style/scoreInWords';

/**
 * How the part of one photograph that a method keeps changes: a row for every initialiser, a column for every picture that was kept.
 *
 * @param photograph its name
 * @throws RangeError if runs or pictures are missing, or runs are mixed
 */
export function explanationsOverTime(runs: readonly FinishedRun[], method: string, photograph: string): Figure {
  const own = runs.filter(({ run }) => run.method.name === method && run.subject.name === photograph);
  const { sample, methods } = compareStarts(own);
  const starts = Object.entries(methods[0]!.runs).map(([name, [finished]]) => ({ name, finished: finished! }));
  const { run, result } = starts[0]!.finished;
  return explanationPanel(
    `${methodStyle(method).label} over time: ${result.label}`,
    `${describeSample(sample)}<br>brightened, after as many updates; ${scoreNote}`,
    starts.flatMap(({ name, finished }) =>
      run.pictures.map((iteration) =>
        pictureTile(finished, iteration, `${initializerStyle(name).label}, ${iteration}`),
      ),
    ),
    run.pictures.length,
  );
}
