import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countBy } from 'lodash';
import { randomKey } from '../../src/random/key';
import { bootstrap } from '../../src/statistics/bootstrap';
import { needsShared } from '../support/shared';
import { bites, matches } from './published/Check';
import { expected } from './published/data';
import { reproduce } from './published/reproduce';
import { swinScores } from './published/scores';
import skipped from './published/skipped.json';

test('the published values are what our statistics give on the published data', needsShared, (t) => {
  const checkable = expected().filter((entry) => entry.status !== 'raw_absent');
  const outcomes = checkable.map((entry) => ({ entry, checks: reproduce(entry) }));
  const failures = outcomes.filter(({ checks }) => !checks.every(matches));
  const values = outcomes.flatMap(({ checks }) => checks);
  t.diagnostic(`${checkable.length - failures.length}/${expected().length} entries match, ${values.length} values`);
  for (const { entry, checks } of failures)
    t.diagnostic(JSON.stringify({ ...entry, wrong: checks.filter((check) => !matches(check)) }));
  assert.equal(failures.length, 0);
  assert.ok(values.every(bites), 'ten times the tolerance must be noticed');
});

test(
  'resampling the kept values makes errors half of what they are when the images are resampled',
  needsShared,
  (t) => {
    const entries = expected().filter(({ source, quantity }) => source === 'Figure 13' && quantity === 'IQM');
    const ratios = entries.map(
      (entry) => bootstrap(swinScores(entry), 'iqm', { key: randomKey('ratio') })!.standardError / entry.recomputed_se,
    );
    const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
    t.diagnostic(
      `sound / released standard error: ${least.toFixed(2)} to ${most.toFixed(2)}, ${ratios.length} entries`,
    );
    assert.ok(least > 1.8 && most < 2.4);
  },
);

test('what is skipped is what has no published data, entry for entry', needsShared, (t) => {
  const absent = expected().filter((entry) => entry.status === 'raw_absent');
  assert.deepEqual(
    Object.fromEntries(skipped.map(({ source, entries }) => [source, entries])),
    countBy(absent, (entry) => entry.source),
  );
  assert.ok(absent.every((entry) => entry.recomputed_value === null));
  t.diagnostic(`${absent.length}/${expected().length} entries skipped`);
});
