import assert from 'node:assert/strict';
import type { DataFrame } from 'danfojs-node';
import { zipObject } from 'lodash';
import type { FinishedRun } from '../../src/study/store/RunResult';
import { exampleResult, withScores } from '../figures/exampleResults';

export type Row = Record<string, unknown>;

export const rowsOf = (table: DataFrame): Row[] =>
  (table.values as unknown[][]).map((row) => zipObject(table.columns, row));

/** The one row that has the wanted values. */
export const findRow = (table: DataFrame, wanted: Row): Row => {
  const found = rowsOf(table).filter((row) => Object.entries(wanted).every(([name, value]) => row[name] === value));
  assert.equal(found.length, 1, `one row must have ${JSON.stringify(wanted)}, ${found.length} have`);
  return found[0]!;
};

/** Checks numbers to nine digits; the first check is that it would notice the tenth part of a millionth. */
export function assertRow(actual: Row, expected: Row): void {
  const near = (a: unknown, b: unknown): boolean =>
    typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)) : a === b;
  for (const [name, value] of Object.entries(expected)) {
    assert.ok(near(actual[name], value), `${name} must be ${String(value)}, is ${String(actual[name])}`);
    if (typeof value === 'number') assert.ok(!near(value + 1e-8 * Math.max(1, Math.abs(value)), value));
  }
}

/** PixelMask on photographs 0, 1, …: scores `[photograph][iteration]` by initialiser. */
export const pixelMaskRuns = (scores: Record<string, number[][]>): FinishedRun[] =>
  Object.entries(scores).flatMap(([start, photographs]) =>
    photographs.map((own, photograph) => withScores(exampleResult(photograph, 'pixelmask', start), own)),
  );
