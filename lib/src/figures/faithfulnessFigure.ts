import { bootstrap } from '../statistics/bootstrap';
import type { Procedure } from '../statistics/Estimate';
import { releasedInterquartileMean } from '../statistics/releasedInterquartileMean';
import { alignRuns } from '../study/alignRuns';
import { compareStarts } from '../study/compareStarts';
import { bootstrapKey } from '../study/bootstrapKey';
import type { FinishedRun } from '../study/RunResult';
import { describeSample } from '../study/Sample';
import { attributions, threeStarts } from '../study/startNames';
import { bandPanels } from './bandPanels';
import type { BandLine } from './bandTraces';
import { chartAxis } from './chartLayout';
import type { Figure } from './Figure';
import { errorOf } from './interquartileMeanFigure';
import { initializerStyle, methodStyle } from './palette';

/** The interquartile mean over photographs of faithfulness after some number of updates, and the ends of its error bar. */
function faithfulnessAt(runs: readonly FinishedRun[], iteration: number, procedure: Procedure) {
  const scores = Float64Array.from(runs, ({ run, result }) => {
    const found = result.faithfulness.find((at) => at.iteration === iteration);
    if (!found)
      throw new RangeError(
        `runs must hold faithfulness after ${iteration} updates, got none of ${run.photograph.name} by ${run.method} from ${run.initializer.name}`,
      );
    return found[procedure].score;
  });
  const { value, standardError, interval } =
    procedure === 'sound' ? bootstrap(scores, 'iqm', { key: bootstrapKey })! : releasedInterquartileMean(scores)!;
  const [low, high] = interval ?? [value - standardError, value + standardError];
  return { y: value, low, high };
}

const columns = (values: readonly { y: number; low: number; high: number }[]) => ({
  y: values.map(({ y }) => y),
  low: values.map(({ low }) => low),
  high: values.map(({ high }) => high),
});

/**
 * Figure 3: the interquartile mean over photographs of faithfulness against the number of updates, with integrated gradients and
 * Grad-CAM as flat lines.
 *
 * @param procedure `sound`: areas under curves of retained probability, ties ranked at random, 95 % bootstrap of photographs;
 *   `released`: the released code's areas of squared distortion, and its error
 * @throws RangeError if runs or evaluations are missing, or runs are mixed
 */
export function faithfulnessFigure(runs: readonly FinishedRun[], procedure: Procedure): Figure {
  const evaluated = runs.filter(({ result }) => result.faithfulness.length > 0);
  const names = compareStarts(evaluated).methods.map(({ method }) => method);
  const starts = names.flatMap((method) => threeStarts.map((initializer) => ({ method, initializer })));
  const flat = attributions.map((initializer) => ({ method: 'pixelmask', initializer }));
  const { sample, runs: aligned } = alignRuns(evaluated, [...starts, ...flat]);
  const iterations = aligned[0]![0]!.run.faithfulness;
  // evenly spaced: what is evaluated lies ever further apart
  const x = [...iterations.keys()];
  const curves = starts.map(({ initializer }, i): BandLine => {
    const values = iterations.map((iteration) => faithfulnessAt(aligned[i]!, iteration, procedure));
    return { ...initializerStyle(initializer), x, ...columns(values), errors: 'bars' };
  });
  const lines = flat.map(({ initializer }, i): BandLine => {
    const value = faithfulnessAt(aligned[starts.length + i]!, 0, procedure);
    const { y, low, high } = columns([value, value]);
    // its bar stands behind the last iteration
    const end = x.length - 0.7 + 0.15 * i;
    return {
      ...initializerStyle(initializer),
      x: [0, end],
      y,
      low: [null, low[1]!],
      high: [null, high[1]!],
      errors: 'bars',
    };
  });
  return bandPanels(
    `Faithfulness over the optimisation (${procedure} procedure)`,
    `${describeSample(sample)}; IQM, bars: ${errorOf[procedure]}`,
    names.map((method, i) => ({
      title: methodStyle(method).label,
      xaxis: chartAxis('updates of the mask (not to scale)', { tickvals: x, ticktext: iterations.map(String) }),
      yaxis: chartAxis('faithfulness: insertion - deletion'),
      lines: [...lines, ...curves.slice(i * threeStarts.length, (i + 1) * threeStarts.length)],
    })),
    { columns: 3, width: 290, height: 300 },
  );
}
