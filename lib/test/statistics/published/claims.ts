import { range } from 'lodash';
import { firstReaching } from '../../../src/statistics/curves/firstReaching';
import { deterministic, type Check } from './Check';
import { faithfulness, resNetMean, swinNormalised } from './data';
import type { Expected } from './Expected';
import { meanCurve } from '../../../src/statistics/released/meanCurve';

/** 0, 46..299 for [0, 46, 47, ..., 299] */
function runsOf(steps: readonly number[]): string {
  const starts = steps.filter((step, i) => steps[i - 1] !== step - 1);
  const ends = steps.filter((step, i) => steps[i + 1] !== step + 1);
  return starts.map((start, i) => (start === ends[i] ? `${start}` : `${start}..${ends[i]!}`)).join(', ') || 'none';
}

/** How many steps fewer StartGrad's mean normalised curve needs than the reference's, at every hundredth that both pass. */
export function fewerIterations(entry: Expected): Check[] {
  const curves = swinNormalised(entry.method, entry.metric!);
  const [ours, theirs] = [entry.init!, entry.reference].map((init) => meanCurve(curves[init]!));
  const values = [ours!, theirs!].map((curve) => curve.map((point) => point!.value));
  const lowest = Math.max(...values.map((curve) => curve[0]!));
  const highest = Math.min(...values.map((curve) => Math.max(...curve)));
  const levels = range(Math.ceil(100 * lowest), Math.floor(100 * highest) + 1).map((percent) => percent / 100);
  const saved = levels.map((level) => firstReaching(values[1]!, level)! - firstReaching(values[0]!, level)!);
  const share = (test: (steps: number) => boolean): number => saved.filter(test).length / saved.length;
  const more = levels.filter((_, i) => saved[i]! < 0);
  const overlap = range(0, 300, 10).filter(
    (step) =>
      Math.abs(ours![step]!.value - theirs![step]!.value) <= ours![step]!.standardError + theirs![step]!.standardError,
  );
  const onPar = entry.quantity.includes('on par');
  const fewer = share((steps) => steps > 0);
  const value = onPar ? overlap.length / 30 : fewer;
  const holds = onPar ? value >= 0.75 : fewer > 0.5 && share((steps) => steps < 0) <= 0.05;
  return [
    deterministic('value', value, entry.recomputed_value),
    deterministic('verdict', holds, entry.status === 'claim_holds'),
    deterministic('share fewer', fewer, entry.share_fewer),
    deterministic(
      'share equal',
      share((steps) => steps === 0),
      entry.share_equal,
    ),
    deterministic(
      'share more',
      share((steps) => steps < 0),
      entry.share_more,
    ),
    deterministic('levels more', more.length > 0 ? `${more[0]!}..${more.at(-1)!}` : 'none', entry.levels_more),
    deterministic('largest saving', Math.max(0, ...saved), entry.largest_saving_steps),
    deterministic('largest loss', Math.max(0, ...saved.map((steps) => -steps)), entry.largest_loss_steps),
  ];
}

/** At which share of the 300 steps StartGrad retains more probability, or uniform less information. */
export function retainedMore(entry: Expected): Check[] {
  const sparser = entry.quantity.includes('sparser');
  const quantity = sparser ? 'retained_information_l1' : 'retained_probability';
  const ours = resNetMean(entry.method, quantity, 'startgrad');
  const gaps = Array.from(resNetMean(entry.method, quantity, 'uniform'), (value, step) => ours[step]! - value);
  const exceptions = runsOf(range(gaps.length).filter((step) => gaps[step]! <= 0));
  const words = sparser
    ? `share of the 300 steps; StartGrad is the sparser one at 0-based steps ${exceptions}`
    : `share of the 300 steps; exceptions at 0-based steps ${exceptions}; smallest gap after step 0 ` +
      Math.min(...gaps.slice(1)).toFixed(3);
  const share = gaps.filter((gap) => gap > 0).length / gaps.length;
  return [
    deterministic('value', share, entry.recomputed_value),
    deterministic('verdict', share > 0.5, entry.status === 'claim_holds'),
    deterministic('words', words, entry.convention),
  ];
}

/** The faithfulness that is left at iteration 300 of its peak; early is in the first third. */
export function peaksEarly(entry: Expected): Check[] {
  const iterations = [5, 10, 50, 75, 100, 150, 200, 300];
  const scores = iterations.map((t) => faithfulness()[t]![`${entry.method}/${entry.init!}`]!.iqm_score);
  const peak = scores.indexOf(Math.max(...scores));
  const falling = scores.slice(peak + 1).every((score, i) => score < scores[peak + i]!);
  const words =
    `value = score at 300 / peak; peak at iteration ${iterations[peak]!} (of ${iterations.join()}); ` +
    `strictly falling after the peak: ${falling ? 'True' : 'False'}`;
  const left = scores.at(-1)! / scores[peak]!;
  return [
    deterministic('value', left, entry.recomputed_value),
    deterministic('verdict', iterations[peak]! <= 100 && left < 1, entry.status === 'claim_holds'),
    deterministic('words', words, entry.convention),
  ];
}
