import { zipObject } from 'lodash';
import type { IterationRecord } from '../../explainers/image/IterationRecord';
import type { Faithfulness } from '../../metrics/faithfulnessAreas';
import { cpScores } from '../../metrics/cpScores';
import type { Run } from '../plan/Run';

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
  /** Row t before update t, a column for every measured quantity; null where the method has no such term. */
  readonly curves: Readonly<Record<(typeof measuredColumns)[number], readonly number[] | null>>;
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
  const column = (name: (typeof measuredColumns)[number]): number[] | null => {
    const values = history.map((record) => record[name]);
    if (values.includes(null)) return null;
    const at = values.findIndex((value) => !Number.isFinite(value));
    if (at >= 0) throw new RangeError(`${name} must be finite, got ${values[at]} at iteration ${at}`);
    return (values as number[]).map(shortest);
  };
  return zipObject(measuredColumns, measuredColumns.map(column)) as RunResult['curves'];
}

/** The history that belongs to the columns: loss and CP scores follow from what was measured. */
export function toHistory({ run, result }: FinishedRun): IterationRecord[] {
  const { curves } = result;
  const { sparsityWeight, spatialWeight } = run.options;
  return curves.distortion!.map((distortion, iteration) => {
    const at = (name: 'sparsity' | 'retainedProbability' | 'retainedL1' | 'retainedPixel'): number =>
      curves[name]![iteration]!;
    const sparsity = at('sparsity');
    const spatial = curves.spatial?.[iteration] ?? null;
    const retained = {
      retainedProbability: at('retainedProbability'),
      retainedL1: at('retainedL1'),
      retainedPixel: at('retainedPixel'),
    };
    return {
      iteration,
      // loss = D + λ₁ S + λ₂ E
      loss: distortion + sparsityWeight * sparsity + spatialWeight * (spatial ?? 0),
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
