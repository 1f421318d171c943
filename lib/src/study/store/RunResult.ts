import { zipObject } from 'lodash';
import type { IterationRecord } from '../../explainers/image/IterationRecord';
import type { Faithfulness } from '../../metrics/faithfulnessAreas';
import { cpScores } from '../../metrics/cpScores';
import type { Run } from '../plan/Run';
import { type MethodOptions } from '../../explainers/image/options/MethodOptions';

/** The measured columns of a history; everything else follows from them. */
export const measuredColumns = [
  'distortion',
  'sparsity',
  'spatial',
  'retainedProbability',
  'retainedL1',
  'retainedPixel',
] as const;

/** A picture as the address of its PNG, after some number of updates. */
export interface Snapshot {
  readonly iteration: number;
  readonly uri: string;
}

/** What a run measured: plain JSON, the same bits whoever computed it. */
export interface RunResult {
  /** The explained class, its name, and φ_c(x). */
  readonly target: number;
  readonly label: string;
  readonly probability: number;
  /** All options of the method, as performed. */
  readonly options: MethodOptions;
  /** Row t before update t, a column for every measured quantity; null where it is undefined throughout, as a term the method has not. */
  readonly curves: Readonly<Record<(typeof measuredColumns)[number], readonly (number | null)[] | null>>;
  readonly faithfulness: readonly FaithfulnessAt[];
  readonly pictures: readonly Snapshot[];
  readonly masks: readonly Snapshot[];
  readonly versions: Readonly<Record<string, string>>;
}

/** Faithfulness of the mask after some number of updates: measured soundly, and as the released code does. */
export interface FaithfulnessAt {
  readonly iteration: number;
  readonly sound: Faithfulness;
  readonly released: Faithfulness;
}

/** A run and its result. */
export interface FinishedRun {
  readonly run: Run;
  readonly result: RunResult;
}

/**
 * The columns of a history.
 *
 * @throws RangeError where a measured number is not finite, which JSON could not keep
 */
export function toCurves(history: readonly IterationRecord[]): RunResult['curves'] {
  const column = (name: (typeof measuredColumns)[number]): (number | null)[] | null => {
    const values = history.map((record) => record[name]);
    if (values.length > 0 && values.every((value) => value === null)) return null;
    const at = values.findIndex((value) => value !== null && !Number.isFinite(value));
    if (at >= 0) throw new RangeError(`${name} must be finite, got ${values[at]} at iteration ${at}`);
    return values.map((value) => (value === null ? null : shortest(value)));
  };
  return zipObject(measuredColumns, measuredColumns.map(column)) as RunResult['curves'];
}

/** The history that belongs to the columns: loss and CP scores follow from what was measured. */
export function toHistory({ result }: Pick<FinishedRun, 'result'>): IterationRecord[] {
  const { curves, options } = result;
  return curves.distortion!.map((_, iteration) => {
    const at = (name: (typeof measuredColumns)[number]): number | null => curves[name]?.[iteration] ?? null;
    const [distortion, sparsity, spatial] = [at('distortion')!, at('sparsity')!, at('spatial')];
    const retained = {
      retainedProbability: at('retainedProbability')!,
      retainedL1: at('retainedL1'),
      retainedPixel: at('retainedPixel'),
    };
    return {
      iteration,
      // loss = D + λ₁ S + λ₂ E
      loss: distortion + options.sparsityWeight * sparsity + options.spatialWeight * (spatial ?? 0),
      distortion,
      sparsity,
      spatial,
      ...retained,
      ...cpScores(retained),
    };
  });
}

/**
 * The shortest decimal that is the same 32-bit number: what was measured in float32 needs no more digits.
 *
 * @example
 * shortest(Math.fround(0.1)) // => 0.1
 */
export function shortest(value: number): number {
  if (Math.fround(value) !== value) return value;
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return Number(value.toPrecision(9));
}
