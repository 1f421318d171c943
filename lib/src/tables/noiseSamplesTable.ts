import { intersection } from 'lodash';
import { initializerStyle, methodStyle } from '../figures/palette';
import { mean } from '../statistics/mean';
import { compareStarts, curvesByStart } from '../study/compareStarts';
import type { FinishedRun } from '../study/RunResult';
import { threeStarts } from '../study/startNames';
import { DataFrame } from '../tensorflow/danfo';
import { reportedSteps } from './reportedSteps';

/**
 * What fewer noise samples an iteration cost: CP-Pixel with many over CP-Pixel with few, the geometric mean over the photographs that
 * have both. 1 means that nothing is lost.
 *
 * @param few runs of the comparison with few noise samples
 * @param many the same with more, of some of the photographs and methods
 * @throws RangeError if no photograph has both
 */
export function noiseSamplesTable(few: readonly FinishedRun[], many: readonly FinishedRun[]): DataFrame {
  const rows = compareStarts(many).methods.flatMap(({ method }) => {
    const photographs = intersection(...[few, many].map((runs) => photographsOf(runs, method)));
    if (photographs.length === 0) throw new RangeError(`few and many must share a photograph of ${method}, got none`);
    const side = (runs: readonly FinishedRun[]) => {
      const own = runs.filter(({ run }) => run.method === method && photographs.includes(run.photograph.sha256));
      const { sample, methods } = compareStarts(own);
      return { samples: sample.samples, curves: curvesByStart(methods[0]!, 'cpPixel') };
    };
    const [a, b] = [side(few), side(many)];
    return threeStarts.flatMap((start) =>
      reportedSteps(a.curves[start]![0]!.length).map((step) => ({
        method: methodStyle(method).label,
        start: initializerStyle(start).label,
        iteration: step + 1,
        [`CP-Pixel, ${b.samples} samples / ${a.samples}`]: Math.exp(
          mean(Float64Array.from(a.curves[start]!, (curve, i) => Math.log(b.curves[start]![i]![step]! / curve[step]!))),
        ),
        n: photographs.length,
      })),
    );
  });
  return new DataFrame(rows);
}

/** Those that a method has explained from every start. */
function photographsOf(runs: readonly FinishedRun[], method: string): string[] {
  const own = runs.filter(({ run }) => run.method === method);
  return compareStarts(own).methods[0]!.runs.startgrad!.map(({ run }) => run.photograph.sha256);
}
