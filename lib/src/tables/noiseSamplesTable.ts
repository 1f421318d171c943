import { intersection, max, mean, min, sumBy } from 'lodash';
import { methods } from '../explainers/image/methods';
import { initializerLabel, methodLabel } from '../analysis/labels';
import { sameLength } from '../validation/sameLength';
import { belongs } from '../analysis/align/alignRuns';
import { circumstances, only } from '../analysis/align/circumstances';
import { compareStarts, curvesByStart } from '../analysis/align/compareStarts';
import type { FinishedRun } from '../study/store/RunResult';
import { describeFates } from '../analysis/align/Sample';
import { threeStarts } from '../study/plan/startNames';
import { DataFrame } from '../tensorflow/danfo';
import { reportedSteps } from './reportedSteps';

/**
 * What fewer noise samples per iteration cost: CP-Pixel with many over CP-Pixel with few, the geometric mean over the photographs that a
 * method has explained from all three starts with both, and the smallest
 * and the largest of them: there are too few for an interval. 1 means that nothing is lost. Photographs
 * of which a score is undefined or 0 have no ratio: they are left out and counted. A method that shares no photograph is left out.
 *
 * @param few runs of the comparison with few noise samples
 * @param many the same with more, of some of the photographs and methods
 * @throws RangeError if no method shares a photograph, or runs are mixed
 */
export function noiseSamplesTable(few: readonly FinishedRun[], many: readonly FinishedRun[]): DataFrame {
  const rows = pairs(few, many).flatMap(({ method, sides: [a, b] }) =>
    threeStarts.flatMap((start) => {
      const [fewer, more] = [a.curves[start]!, b.curves[start]!];
      return reportedSteps(fewer[0]!.length).map((step) => {
        const logs = fewer.map((curve, i) => Math.log(more[i]![step]! / curve[step]!));
        const finite = logs.filter(Number.isFinite);
        const ratio = (log: number | undefined): number | null => (log === undefined ? null : Math.exp(log));
        return {
          method: methodLabel(method),
          start: initializerLabel(start),
          iteration: step + 1,
          [`CP-Pixel, ${b.sample.samples} samples / ${a.sample.samples}`]: ratio(
            finite.length > 0 ? mean(finite) : undefined,
          ),
          smallest: ratio(min(finite)),
          largest: ratio(max(finite)),
          n: finite.length,
          'no ratio': logs.length - finite.length,
        };
      });
    }),
  );
  return new DataFrame(rows);
}

/**
 * What the table is of, for its caption.
 *
 * @throws as the table
 * @example
 * describeNoiseSamples(few, many) // 'PixelMask n = 3, WaveletX n = 2, 1 of 30 masks lost the class (below 50 % of its probability), resnet18, …'
 */
export function describeNoiseSamples(few: readonly FinishedRun[], many: readonly FinishedRun[]): string {
  const found = pairs(few, many);
  const samples = found.flatMap(({ sides }) => sides.map(({ sample }) => sample));
  const [{ classifier, variant }] = samples as [(typeof samples)[number]];
  return [
    ...found.map(({ method, sides: [{ sample }] }) => `${methodLabel(method)} n = ${sample.photographs}`),
    ...describeFates({
      masks: sumBy(samples, 'masks'),
      lost: samples.flatMap(({ lost }) => lost),
      died: samples.flatMap(({ died }) => died),
    }),
    classifier,
    `variant ${variant}`,
  ].join(', ');
}

/** The methods that share photographs, each with few and with many noise samples on these. */
function pairs(few: readonly FinishedRun[], many: readonly FinishedRun[]) {
  const found = methods.flatMap(({ name: method }) => {
    const [a, b] = [fromAllStarts(few, method), fromAllStarts(many, method)];
    const shared = intersection(a.photographs, b.photographs);
    if (shared.length === 0) return [];
    const side = ({ runs }: typeof a) => {
      const { sample, methods } = compareStarts(runs.filter(({ run }) => shared.includes(run.subject.sha256)));
      return { sample, curves: curvesByStart(methods[0]!, 'cpPixel') };
    };
    const sides = [side(a), side(b)] as const;
    sameLength('many[0]', sides[1].curves.startgrad![0]!, 'few[0]', sides[0].curves.startgrad![0]!);
    return [{ method, sides, runs: [a.runs, b.runs] as const }];
  });
  if (found.length === 0)
    throw new RangeError('few and many must share a photograph that a method explains from every start, got none');
  const all = [0, 1].map((side) => found.flatMap(({ runs }) => runs[side]!));
  circumstances(all.flat());
  for (const own of all) only('number of noise samples', own, ({ samples }) => samples);
  return found;
}

/** A method's runs, and the SHA-256 of the photographs that have one from every start. */
function fromAllStarts(runs: readonly FinishedRun[], method: string) {
  const byStart = threeStarts.map((initializer) => runs.filter(({ run }) => belongs(run, { method, initializer })));
  const photographs = byStart.map((own) => own.map(({ run }) => run.subject.sha256));
  return { runs: byStart.flat(), photographs: intersection(...photographs) };
}
