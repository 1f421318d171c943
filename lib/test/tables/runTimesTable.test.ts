import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeBench, runTimesTable } from '../../src/tables/runTimesTable';
import { rowsOf } from './tableRows';

test('runTimesTable: the bench’s seconds of the initialisation and, beside them, of one update', () => {
  const measurement = (benchmark: string, name: string) => ({
    benchmark,
    contenders: [{ name, seconds: [0.3, 0.1, 0.2], median: 0.2 }],
  });
  const initialisation = measurement('waveletx 256 px, parts', 'StartGrad initialisation');
  const update = { name: 'whole objective', seconds: [1.1, 0.9, 1], median: 1 };
  const both = { ...initialisation, contenders: [update, ...initialisation.contenders] };
  const rows = (first: typeof both) =>
    rowsOf(runTimesTable({ threads: 2, measurements: [first, measurement('ResNet18', 'startgrad')] }));
  assert.deepEqual(rows(both), [
    {
      benchmark: 'waveletx 256 px',
      'median s': 0.2,
      'fastest s': 0.1,
      'slowest s': 0.3,
      'one update, median s': 1,
      rounds: 3,
      threads: 2,
      'published s (Apple M1)': 0.72,
    },
  ]);
  assert.equal(rows(initialisation)[0]!['one update, median s'], null);
  assert.throws(
    () => runTimesTable({ threads: 2, measurements: [measurement('ResNet18', 'startgrad')] }),
    /measurements must hold StartGrad initialisation, got ResNet18/,
  );
});

test('describeBench: the machine, its threads and load, what was explained, and what an update is', () => {
  const bench = { processor: 'AMD EPYC', threads: 2, loadBefore: [5.56, 6, 6], loadAfter: [3, 5, 6] };
  assert.equal(
    describeBench(bench),
    'AMD EPYC, 2 threads, load average 5.56 before and 3 after, ResNet18 with random weights; one update: the objective with 16 noise samples and its gradient, without the step of Adam',
  );
});
