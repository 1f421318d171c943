import { memoize } from 'lodash';
import { randomKey } from '../../../src/random/key';
import { scoresAt } from '../../../src/statistics/curves/Curves';
import { firstReaching } from '../../../src/statistics/curves/firstReaching';
import { median } from '../../../src/statistics/summaries/median';
import { releasedIterationsToTarget } from '../../../src/statistics/released/releasedIterationsToTarget';
import { deterministic, resampled, resampledPair, type Check } from './Check';
import { expected, swinCurves } from './data';
import { published, type Expected } from './Expected';
import { releasedInterquartileCurve } from '../../../src/statistics/released/releasedInterquartileCurve';

const swin = ({ method, metric }: Expected, init: string) => swinCurves(method, metric!, init);

const race = memoize(
  (entry: Expected) =>
    releasedIterationsToTarget(
      { candidate: swin(entry, 'startgrad'), reference: swin(entry, entry.reference) },
      entry.statistic,
      { key: randomKey('published') },
    ),
  ({ method, metric, reference, statistic }) => [method, metric, reference, statistic].join(),
);

/** The first step at which the statistic of all images, without resampling, is at the reference's last. */
function stepOfAll(entry: Expected): number {
  const curve = (init: string): number[] =>
    entry.statistic === 'iqm'
      ? releasedInterquartileCurve(swin(entry, init)).map((point) => point!.value)
      : Array.from({ length: 300 }, (_, step) => median(scoresAt(swin(entry, init), step)));
  return firstReaching(curve('startgrad'), curve(entry.reference).at(-1)!)!;
}

export function iterations(entry: Expected): Check[] {
  const { iterations, neverReached } = race(entry);
  const [never, B] = [entry.resamples_never_reaching, 250];
  const p = (never / B + neverReached) / 2;
  return [
    ...resampledPair(iterations, published(entry), B),
    deterministic('without resampling', stepOfAll(entry), entry.without_resampling),
    resampled('never', B * neverReached, never, Math.sqrt(2 * B * p * (1 - p))),
  ];
}

/** E[299 / T] ≈ 299 / m (1 + s² / m²) for T of mean m and standard deviation s */
const secondOrder = (m: number, s: number): number => (299 / m) * (1 + (s / m) ** 2);

const siblingOf = (entry: Expected): Expected =>
  expected().find(
    (other) =>
      other.quantity.startsWith('iterations to reach') &&
      (['source', 'model', 'metric', 'statistic', 'reference'] as const).every(
        (field) => other[field] === entry[field],
      ),
  )!;

export function speedUp(entry: Expected): Check[] {
  const { value, standardError } = published(siblingOf(entry));
  return [
    ...resampledPair(race(entry).speedUp, published(entry), 250),
    deterministic('without resampling', 299 / stepOfAll(entry), entry.without_resampling),
    deterministic('second order', secondOrder(value, standardError), entry.second_order_from_iterations),
  ];
}

/** Of the data of Tables 2 and 9 nothing was released: here the printed iterations and the printed speed-up must fit each other. */
export function speedUpFromPrint(entry: Expected): Check[] {
  const { paper_value: m, paper_se: s } = siblingOf(entry) as Expected & { readonly paper_value: number };
  const value = secondOrder(m, s);
  return [
    deterministic('value', value, entry.recomputed_value),
    deterministic('se', (299 / m) * (s / m), entry.recomputed_se),
    // two decimals are printed
    { name: 'printed', actual: value, expected: entry.paper_value, tolerance: 0.01 },
  ];
}
