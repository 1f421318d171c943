import { bootstrap } from '../../statistics/sound/bootstrap';
import { procedures, type Procedure } from '../../statistics/Estimate';
import { releasedInterquartileMean } from '../../statistics/released/releasedInterquartileMean';
import { bootstrapKey } from '../../analysis/curves/bootstrapKey';
import { compareStarts, startsKeys, type StartsOptions } from '../../analysis/align/compareStarts';
import type { FinishedRun } from '../../study/store/RunResult';
import { describeSample } from '../../analysis/align/Sample';
import { attributionContenders, attributions, threeStarts } from '../../study/plan/startNames';
import { bandPanels } from '../style/bandPanels';
import type { BandLine } from '../style/bandTraces';
import { chartAxis } from '../style/chartLayout';
import { errorOf } from '../style/errorOf';
import type { Figure } from '../../render/Figure';
import { initializerStyle, methodStyle } from '../style/palette';
import { knownKeys } from '../../validation/knownKeys';
import { byName } from '../../validation/byName';

/** Faithfulness of runs after some number of updates. */
const scoresAfter = (runs: readonly FinishedRun[], iteration: number, procedure: Procedure): Float64Array =>
  Float64Array.from(runs, ({ run, result }) => {
    const found = result.faithfulness.find((at) => at.iteration === iteration);
    if (!found)
      throw new RangeError(
        `runs must hold faithfulness after ${iteration} updates, got none of ${run.subject.name} by ${run.method.name} from ${run.initializer.name}`,
      );
    return found[procedure].score;
  });

/** The interquartile mean over photographs, and the ends of its error bar. */
function summary(scores: Float64Array, procedure: Procedure): { y: number; low: number; high: number } {
  const { value, standardError, interval } =
    procedure === 'sound' ? bootstrap(scores, 'iqm', { key: bootstrapKey })! : releasedInterquartileMean(scores)!;
  const [low, high] = interval ?? [value - standardError, value + standardError];
  return { y: value, low, high };
}

/** The distance between two starts, so that no error bar covers another; iterations are 1 apart. */
const apart = 0.12;

const columns = (values: readonly ReturnType<typeof summary>[]) => ({
  y: values.map(({ y }) => y),
  low: values.map(({ low }) => low),
  high: values.map(({ high }) => high),
});

/** Attributions with the same score on every photograph, to 1e-4, are one line: two with the same order differ only by their ties. */
function distinctAttributions(runs: readonly (readonly FinishedRun[])[], procedure: Procedure) {
  const lines: { initializer: string; label: string; scores: Float64Array }[] = [];
  runs.forEach((own, i) => {
    const initializer = attributions[i]!;
    const { label } = initializerStyle(initializer);
    const scores = scoresAfter(own, 0, procedure);
    const same = lines.find((line) => line.scores.every((score, k) => Math.abs(score - scores[k]!) <= 1e-4));
    if (same) same.label += ` = ${label}`;
    else lines.push({ initializer, label, scores });
  });
  return lines;
}

/**
 * Figure 3: the interquartile mean over photographs of faithfulness against the number of updates, with integrated gradients and
 * Grad-CAM as flat lines. Only the order of a mask's entries counts, and min-max and ranks do not change it: if their scores agree,
 * one line stands for both.
 *
 * @param procedure `sound`: areas under curves of retained probability, ties ranked at random, 95 % bootstrap of photographs;
 *   `released`: the released code's areas of squared distortion, and its error
 * @param options `initializers` to compare
 * @throws RangeError if runs or evaluations are missing, or runs are mixed
 */
export function faithfulnessFigure(
  runs: readonly FinishedRun[],
  procedure: Procedure,
  options: StartsOptions = {},
): Figure {
  byName('procedure', procedures, procedure);
  const { initializers = threeStarts } = knownKeys('options', options, startsKeys);
  const evaluated = runs.filter(({ result }) => result.faithfulness.length > 0);
  const { sample, methods, beside } = compareStarts(evaluated, initializers, attributionContenders);
  const iterations = methods[0]!.runs[initializers[0]!]![0]!.run.faithfulness;
  // evenly spaced, since evaluations lie further and further apart
  const x = [...iterations.keys()];
  const curve = (initializer: string, own: readonly FinishedRun[]): BandLine => {
    const values = iterations.map((iteration) => summary(scoresAfter(own, iteration, procedure), procedure));
    const shift = apart * (initializers.indexOf(initializer) - (initializers.length - 1) / 2);
    const at = x.map((place) => place + shift);
    return { ...initializerStyle(initializer, initializers), x: at, ...columns(values), errors: 'bars' };
  };
  const distinct = distinctAttributions(beside, procedure);
  const lines = distinct.map(({ initializer, label, scores }, i): BandLine => {
    const { y, low, high } = summary(scores, procedure);
    // its bar stands to the right of the last iteration
    const end = x.length - 0.7 + 0.15 * i;
    const [style, ends] = [initializerStyle(initializer), { low: [null, low], high: [null, high] }];
    return { ...style, label, x: [0, end], y: [y, y], ...ends, errors: 'bars' };
  });
  const merged = distinct.length < beside.length ? '; attributions in the same order score the same: one line' : '';
  return bandPanels(
    `Faithfulness over the optimisation (${procedure} procedure)`,
    `${describeSample(sample)}<br>IQM, bars: ${errorOf[procedure]}${merged}`,
    methods.map(({ method, runs: own }) => ({
      title: methodStyle(method).label,
      xaxis: chartAxis('updates of the mask (not to scale)', { tickvals: x, ticktext: iterations.map(String) }),
      yaxis: chartAxis('faithfulness: insertion - deletion'),
      lines: [...lines, ...Object.entries(own).map(([name, finished]) => curve(name, finished))],
    })),
    { columns: 3, width: 290, height: 300 },
  );
}
