import { deterministic, type Check } from './Check';
import { faithfulness, resNetMean, timeSeries } from './data';
import type { Expected } from './Expected';

export function resNetValue(entry: Expected): Check[] {
  const curve = resNetMean(entry.method, entry.quantity.replace(' ', '_'), entry.init!);
  return [deterministic('value', curve[entry.step - 1]!, entry.recomputed_value)];
}

export function faithfulnessValue(entry: Expected): Check[] {
  const name = entry.init === null ? entry.method : `${entry.method}/${entry.init}`;
  const { iqm_score, std_error } = faithfulness()[entry.step]![name]!;
  return [
    deterministic('value', iqm_score, entry.recomputed_value),
    deterministic('se', std_error, entry.recomputed_se),
  ];
}

export function seedAverage(entry: Expected): Check[] {
  const init = { uniform: 'Uniform', all_ones: 'Ones', startgrad: 'StartGrad' }[entry.init!]!;
  // the file holds information / 1e4 and entropy / 1e3, the paper prints a tenth of that
  const unit = ['Information', 'Entropy'].includes(entry.metric!) ? 10 : 1;
  const [means, deviations] = timeSeries()[init]![entry.metric!]!;
  const column = [50, 100, 300, 500].indexOf(entry.step);
  const [m, s] = [means[column]! / unit, deviations[column]! / unit];
  const z = ((entry.paper_value as number) - m) / s;
  return [
    deterministic('value', m, entry.recomputed_value),
    deterministic('sd', s, entry.recomputed_sd),
    deterministic('z', z, entry.z),
    deterministic('verdict', Math.abs(z) > 1, entry.status === 'off_by_more_than_1sd'),
  ];
}
