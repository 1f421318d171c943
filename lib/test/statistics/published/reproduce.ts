import { faithfulnessValue, resNetValue, seedAverage } from './averages';
import type { Check } from './Check';
import { fewerIterations, peaksEarly, retainedMore } from './claims';
import type { Expected } from './Expected';
import { iterations, speedUp, speedUpFromPrint } from './races';
import {
  interquartile,
  meanSteps,
  middleScore,
  normalisedScore,
  pairedDifference,
  resampledInterquartile,
  stepsOfTheMean,
} from './scores';

/**
 * What a check says: `recomputed` by our statistics from scores of single images; `inside the test`, from averages that were
 * released or numbers that are printed, since no scores of single images were released; `read back`, an average that was released,
 * which only shows that two files hold the same number; `no data` to check it with.
 */
export type Origin = 'recomputed' | 'inside the test' | 'read back' | 'no data';

interface Reproduction {
  readonly origin: Origin;
  readonly checks: (entry: Expected) => Check[];
}

const recomputed = (checks: Reproduction['checks']): Reproduction => ({ origin: 'recomputed', checks });
const insideTest = (checks: Reproduction['checks']): Reproduction => ({ origin: 'inside the test', checks });
const readBack = (checks: Reproduction['checks']): Reproduction => ({ origin: 'read back', checks });

/** Every quantity of the list, and how it is computed from the published data. */
const reproductions: Readonly<Record<string, Reproduction>> = {
  'median paired difference': recomputed(pairedDifference),
  'IQM, resampled': recomputed(resampledInterquartile),
  IQM: recomputed(interquartile),
  median: recomputed(middleScore),
  'mean normalised score': recomputed(normalisedScore),
  'iterations to mean normalised score': recomputed(stepsOfTheMean),
  'mean iterations to normalised score': recomputed(meanSteps),
  'iterations to reach reference at step 300': recomputed(iterations),
  'speed-up': recomputed(speedUp),
  'speed-up, from print': insideTest(speedUpFromPrint),
  'retained probability': readBack(resNetValue),
  'retained information_l1': readBack(resNetValue),
  'faithfulness IQM': readBack(faithfulnessValue),
  AUP: readBack(seedAverage),
  AUR: readBack(seedAverage),
  Information: readBack(seedAverage),
  Entropy: readBack(seedAverage),
  'claim: StartGrad reaches': recomputed(fewerIterations),
  'claim: StartGrad performs on par': recomputed(fewerIterations),
  'claim: StartGrad retains more': insideTest(retainedMore),
  'claim: uniform is sparser': insideTest(retainedMore),
  'claim: faithfulness peaks': insideTest(peaksEarly),
};

/** A claim goes by its beginning: the rest of it says whom or what it is about. */
function nameOf({ quantity, status }: Expected): string {
  if (status === 'match_from_print') return `${quantity}, from print`;
  return Object.keys(reproductions).find((name) => name.startsWith('claim') && quantity.startsWith(name)) ?? quantity;
}

/** Computes what an entry says, in all its fields; nothing where there are no data. */
export function reproduce(entry: Expected): { readonly origin: Origin; readonly checks: readonly Check[] } {
  if (entry.status === 'raw_absent') return { origin: 'no data', checks: [] };
  const found = reproductions[nameOf(entry)];
  if (!found) throw new Error(`no reproduction of ${entry.quantity}`);
  return { origin: found.origin, checks: found.checks(entry) };
}
