import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeBench, runTimesTable } from '../../src/tables/runTimesTable';
import { rowsOf } from './tableRows';

test('runTimesTable: the bench’s seconds of the initialisation, and nothing else', () => {
  const measurement = (benchmark: string, name: string) => ({
    benchmark,
    contenders: [{ name, seconds: [0.3, 0.1, 0.2], median: 0.2 }],
  });
  const measurements = [measurement('waveletx 256 px, parts', 'StartGrad initialisation'), measurement('ResNet18', 'startgrad')]; // prettier-ignore
  assert.deepEqual(rowsOf(runTimesTable({ threads: 2, measurements })), [
    {
      benchmark: 'waveletx 256 px',
      'median s': 0.2,
      'fastest s': 0.1,
      'slowest s': 0.3,
      rounds: 3,
      threads: 2,
      'published s (Apple M1)': 0.72,
    },
  ]);
  assert.throws(
    () => runTimesTable({ threads: 2, measurements: [measurement('ResNet18', 'startgrad')] }),
    /measurements must hold StartGrad initialisation, got ResNet18/,
  );
});

test('describeBench: the machine, its threads and load, and what was explained', () => {
  const bench = { processor: 'AMD EPYC', threads: 2, loadBefore: [5.56, 6, 6], loadAfter: [3, 5, 6] };
  assert.equal(
    describeBench(bench),
    'AMD EPYC, 2 threads, load average 5.56 before and 3 after, ResNet18 with random weights',
  );
});
