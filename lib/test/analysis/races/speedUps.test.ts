import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskSizeCells } from '../../../src/study/plan/maskSizeCells';
import type { FinishedRun } from '../../../src/study/store/RunResult';
import { maskSizeRaces, normalisedGradientRaces } from '../../../src/analysis/races/speedUpRaces';
import { speedUps } from '../../../src/analysis/races/speedUps';
import { speedUpInWords } from '../../../src/tables/speedUpCells';
import { speedUpTable } from '../../../src/tables/speedUpTable';
import { exampleResult, withScores } from '../../figures/exampleResults';
import { type MethodOptions } from '../../../src/explainers/image/options/MethodOptions';

/** Of one photograph: scores that are 1, and 2 from an iteration on; never, where that is none. */
const run = (start: string, changes: Partial<MethodOptions>, from: number): FinishedRun =>
  withScores(
    exampleResult(0, 'shearletx', start, { changes }),
    [1, 2, 3, 4].map((iteration) => (iteration >= from ? 2 : 1)),
  );

/** The mask-size study, StartGrad being at 2 after some iterations in each cell, all references in another one. */
const study = (
  startGrad: Record<string, number>,
  reference: Record<string, number>,
  more: Partial<MethodOptions> = {},
): FinishedRun[] =>
  maskSizeCells.flatMap(({ name, startGrad: start, changes }) => [
    run(start, { ...changes, ...more }, startGrad[name]!),
    ...['all-ones', 'uniform'].map((other) => run(other, { ...changes, ...more }, reference[name]!)),
  ]);

const found = (runs: readonly FinishedRun[], differs: RegExp, initializer = 'uniform') =>
  speedUps(runs, maskSizeRaces, { window: 1 }).entries.filter(
    ({ race, metric }) => metric === 'cpL1' && differs.test(race.differs) && race.initializer === initializer,
  );
const values = (...of: Parameters<typeof found>): number[] => found(...of).map(({ result }) => result.speedUp.value);

test('every cell races within itself, the released comparison across sizes', () => {
  const late = { coefficient: 1, place: 2, 'coefficient-clamped': 1, 'place-clamped': 4 };
  const runs = study(late, { coefficient: 4, place: 4, 'coefficient-clamped': 4, 'place-clamped': 2 });
  assert.deepEqual(values(runs, /^the start$/), [4, 2, 4, 0.5]);
  assert.deepEqual(values(runs, /as released/), [2]);
  assert.deepEqual(found(runs, /as released/)[0]!.ends, { candidate: 2, reference: 2 });
});

test('size and clamp race by themselves, each start against itself', () => {
  const runs = study(
    { coefficient: 1, place: 2, 'coefficient-clamped': 2, 'place-clamped': 2 },
    { coefficient: 2, place: 4, 'coefficient-clamped': 1, 'place-clamped': 4 },
  );
  assert.deepEqual(values(runs, /size: /), [2, 4], 'uniform: large against small, and the same clamped');
  assert.deepEqual(values(runs, /^the clamp/), [2, 1], 'uniform: clamped against not, large and small');
  assert.deepEqual(values(runs, /size: /, 'startgrad'), [2, 1]);
  assert.deepEqual(values(runs, /^the clamp/, 'startgrad'), [0.5, 1]);
});

test('where a target is never reached the table has a dash, and the words say that the number is a bound', () => {
  const none = { coefficient: 9, place: 1, 'coefficient-clamped': 1, 'place-clamped': 1 };
  const runs = study(none, { coefficient: 3, place: 1, 'coefficient-clamped': 1, 'place-clamped': 1 });
  const [never, reached] = found(runs, /^the start$/).map(({ result }) => result);
  assert.deepEqual([never!.reached, never!.neverReached, reached!.reached], [false, 1, true]);
  assert.deepEqual([never, reached].map((result) => speedUpInWords(result!)), ['at most 0.6 (to 0.6)', '1.0 (1.0 to 1.0)']); // prettier-ignore
  const table = speedUpTable(speedUps(runs, maskSizeRaces, { window: 1 }));
  const columns = ['iterations', 'iterations, error', 'speed-up', 'speed-up, error', 'low 95 %'];
  const row = (table.values as unknown[][])[0]!;
  for (const name of columns) assert.equal(row[table.columns.indexOf(name)], null, name);
  assert.equal(row[table.columns.indexOf('high 95 %')], 0.6);
});

test('other races are compared the same way, and a run that they lack is named', () => {
  const none = { coefficient: 4, place: 4, 'coefficient-clamped': 4, 'place-clamped': 4 };
  const soon = { coefficient: 1, place: 2, 'coefficient-clamped': 1, 'place-clamped': 4 };
  const runs = [
    ...study(none, none),
    ...study(soon, { ...none, 'coefficient-clamped': 2 }, { normaliseGradient: true }),
  ];
  const raced = speedUps(runs, normalisedGradientRaces, { window: 1 }).entries.filter(
    ({ race, metric }) => metric === 'cpL1' && race.initializer === 'uniform',
  );
  assert.deepEqual(
    raced.map(({ race, result }) => `${race.differs}, ${race.alike}: ${result.speedUp.value}`),
    [
      'the start, one entry a coefficient, normalised: 4',
      'the start, one entry a place, normalised: 2',
      'the start, one entry a coefficient, clamped, normalised: 2',
      'the start, one entry a place, clamped, normalised: 1',
      'the size: large against small, not clamped, normalised: 1',
      'the size: large against small, clamped, normalised: 2',
      'the clamp: with against without, one entry a coefficient, normalised: 2',
      'the clamp: with against without, one entry a place, normalised: 1',
      'start and size, as released, clamped, normalised: 4',
      'the gradient: normalised against not, one entry a coefficient: 1',
      'the gradient: normalised against not, one entry a place: 1',
      'the gradient: normalised against not, one entry a coefficient, clamped: 2',
      'the gradient: normalised against not, one entry a place, clamped: 1',
    ],
  );
  assert.throws(() => speedUps(study(none, none), normalisedGradientRaces), /runs must hold shearletx from startgrad/);
});
