import { DataFrame } from '../tensorflow/danfo';

/** What this table needs of the line of JSON that `npm run bench` prints. */
export interface BenchResult {
  readonly threads: number;
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

/**
 * Appendix D.2: how long StartGrad's initialisation takes for an image of 256 px, from the bench and not from studies. The
 * published times are of another machine and classifier.
 *
 * @throws RangeError if the bench has not measured it
 * @example
 * const table = runTimesTable(JSON.parse(lastLineOfTheBench));
 */
export function runTimesTable({ threads, measurements }: BenchResult): DataFrame {
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
