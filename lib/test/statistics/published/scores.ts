import { randomKey } from '../../../src/random/key';
import { bonferroni } from '../../../src/statistics/significance/bonferroni';
import { scoresAt } from '../../../src/statistics/curves/Curves';
import { firstReaching } from '../../../src/statistics/curves/firstReaching';
import { iterationsToLevel } from '../../../src/statistics/curves/iterationsToLevel';
import { median } from '../../../src/statistics/summaries/median';
import { pairedDifferences } from '../../../src/statistics/significance/pairedDifferences';
import {
  releasedInterquartileMean,
  resampledInterquartileMean,
} from '../../../src/statistics/released/releasedInterquartileMean';
import { significanceStars } from '../../../src/statistics/significance/significanceStars';
import { wilcoxonSignedRank } from '../../../src/statistics/significance/wilcoxonSignedRank';
import { deterministic, resampledPair, type Check } from './Check';
import { swinCurves, swinNormalised } from './data';
import { published, type Expected } from './Expected';
import { meanCurve } from '../../../src/statistics/released/meanCurve';
import { releasedPairedComparison } from '../../../src/statistics/released/releasedPairedComparison';

/** The paper counts steps from 1. */
export const swinScores = (entry: Expected, init = entry.init) =>
  scoresAt(swinCurves(entry.method, entry.metric!, init!), entry.step - 1);
const normalised = ({ method, metric, init }: Expected) => swinNormalised(method, metric!)[init!]!;

export function pairedDifference(entry: Expected): Check[] {
  const [ours, theirs] = [swinScores(entry), swinScores(entry, entry.reference)];
  const { median: middle, wilcoxon, stars, kept, positive } = releasedPairedComparison(ours, theirs);
  const untrimmed = wilcoxonSignedRank(pairedDifferences(ours, theirs).differences, { method: 'approximate' });
  return [
    deterministic('value', middle, entry.recomputed_value),
    deterministic('p', wilcoxon.pValue, entry.p_one_sided),
    deterministic('p without trimming', untrimmed.pValue, entry.p_without_trimming),
    deterministic('kept', kept, entry.kept),
    deterministic('positive', 100 * positive, entry.positive_pct),
    deterministic('stars', stars, entry.stars_raw),
    deterministic('corrected stars', significanceStars(bonferroni(wilcoxon.pValue, 6).pValue), entry.stars_bonferroni6),
  ];
}

export function interquartile(entry: Expected): Check[] {
  const estimate = releasedInterquartileMean(swinScores(entry))!;
  return [
    deterministic('value', estimate.value, entry.recomputed_value),
    deterministic('se', estimate.standardError, entry.recomputed_se),
    deterministic('kept', estimate.kept, entry.kept),
  ];
}

export function resampledInterquartile(entry: Expected): Check[] {
  const key = randomKey(entry.method, entry.metric!, entry.init!, entry.step);
  return resampledPair(resampledInterquartileMean(swinScores(entry), { key })!, published(entry), 500);
}

export function normalisedScore(entry: Expected): Check[] {
  const point = meanCurve(normalised(entry))[entry.step - 1]!;
  return [
    deterministic('value', point.value, entry.recomputed_value),
    deterministic('se', point.standardError, entry.recomputed_se),
  ];
}

export function stepsOfTheMean(entry: Expected): Check[] {
  const curve = meanCurve(normalised(entry)).map((point) => point!.value);
  return [deterministic('value', firstReaching(curve, entry.level), entry.recomputed_value)];
}

export function meanSteps(entry: Expected): Check[] {
  const { mean, reachedShare } = iterationsToLevel(normalised(entry), entry.level);
  return [
    deterministic('value', mean, entry.recomputed_value),
    deterministic('share', reachedShare, entry.reached_share),
  ];
}

export const middleScore = (entry: Expected): Check[] => [
  deterministic('value', median(swinScores(entry)), entry.recomputed_value),
];
