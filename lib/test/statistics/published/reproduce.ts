import { faithfulnessValue, resNetValue, seedAverage } from './averages';
import type { Check } from './Check';
import { fewerIterations, peaksEarly, retainedMore } from './claims';
import type { Expected } from './Expected';
import { iterations, speedUp } from './races';
import {
  interquartile,
  meanSteps,
  middleScore,
  normalisedScore,
  pairedDifference,
  resampledInterquartile,
  stepsOfTheMean,
} from './scores';

/** Every quantity of the list, and how it is computed from the published data. */
const reproductions: readonly (readonly [string, (entry: Expected) => Check[]])[] = [
  ['median paired difference', pairedDifference],
  ['IQM, resampled', resampledInterquartile],
  ['IQM', interquartile],
  ['median', middleScore],
  ['mean normalised score', normalisedScore],
  ['iterations to mean normalised score', stepsOfTheMean],
  ['mean iterations to normalised score', meanSteps],
  ['iterations to reach reference at step 300', iterations],
  ['speed-up', speedUp],
  ['retained probability', resNetValue],
  ['retained information_l1', resNetValue],
  ['faithfulness IQM', faithfulnessValue],
  ...['AUP', 'AUR', 'Information', 'Entropy'].map((metric) => [metric, seedAverage] as const),
  ['claim: StartGrad reaches', fewerIterations],
  ['claim: StartGrad performs on par', fewerIterations],
  ['claim: StartGrad retains more', retainedMore],
  ['claim: uniform is sparser', retainedMore],
  ['claim: faithfulness peaks', peaksEarly],
];

/** Computes what an entry says, in all its fields. */
export function reproduce(entry: Expected): Check[] {
  const found = reproductions.find(([name]) =>
    name.startsWith('claim') ? entry.quantity.startsWith(name) : entry.quantity === name,
  );
  if (!found) throw new Error(`no reproduction of ${entry.quantity}`);
  return found[1](entry);
}
