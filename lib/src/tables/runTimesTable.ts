import { DataFrame } from '../tensorflow/danfo';

/** What this table needs from the line of JSON that `npm run bench` prints. */
export interface BenchResult {
  readonly processor: string;
  readonly threads: number;
  /** Load averages over 1, 5 and 15 minutes. */
  readonly loadBefore: readonly number[];
  readonly loadAfter: readonly number[];
  readonly measurements: readonly {
    readonly benchmark: string;
    readonly contenders: readonly {
      readonly name: string;
      readonly seconds: readonly number[];
      readonly median: number;
    }[];
  }[];
}

/** Seconds on an Apple M1, mean over 100 images of 256 px (appendix D.2): gradient and quantile transform. */
const published: Readonly<Record<string, number>> = { pixelmask: 3.62, waveletx: 0.72, shearletx: 1.31 };
const initialisation = 'StartGrad initialisation';
const objective = 'whole objective';

/**
 * Where the times were measured, and what an update is, for the caption. The bench explains noise to a ResNet18 with random weights,
 * since times do not depend on values.
 *
 * @example
 * describeBench({ processor: 'AMD EPYC', threads: 2, loadBefore: [5.56, 5.96, 5.82], loadAfter: [3.04, 5.1, 5.53] })
 * // => 'AMD EPYC, 2 threads, load average 5.56 before and 3.04 after, ResNet18 with random weights; one update: the objective with 16 noise samples and its gradient, without the step of Adam'
 */
export function describeBench({
  processor,
  threads,
  loadBefore: [before],
  loadAfter: [after],
}: Omit<BenchResult, 'measurements'>): string {
  return `${processor}, ${threads} threads, load average ${before} before and ${after} after, ResNet18 with random weights; one update: the objective with 16 noise samples and its gradient, without the step of Adam`;
}

/**
 * Appendix D.2: how long StartGrad's initialisation takes for an image of 256 px, with an update of the mask beside it. The times come
 * from the bench, not from studies. The published times are from another machine and classifier.
 *
 * @throws RangeError if the bench has not measured it
 * @example
 * const table = runTimesTable(JSON.parse(lastLineOfTheBench));
 */
export function runTimesTable({ threads, measurements }: Pick<BenchResult, 'threads' | 'measurements'>): DataFrame {
  const rows = measurements.flatMap(({ benchmark, contenders }) =>
    contenders
      .filter(({ name }) => name === initialisation)
      .map(({ median, seconds }) => {
        const [method] = benchmark.split(' ') as [string];
        return {
          benchmark: benchmark.replace(/, parts$/, ''),
          'median s': median,
          'fastest s': Math.min(...seconds),
          'slowest s': Math.max(...seconds),
          'one update, median s': contenders.find(({ name }) => name === objective)?.median ?? null,
          rounds: seconds.length,
          threads,
          'published s (Apple M1)': published[method] ?? null,
        };
      }),
  );
  if (rows.length === 0)
    throw new RangeError(`measurements must hold ${initialisation}, got ${measurements.map((m) => m.benchmark).join('; ') || 'none'}`); // prettier-ignore
  return new DataFrame(rows);
}
