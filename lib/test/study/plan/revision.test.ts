import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { revision } from '../../../src/study/plan/revision';
import { temporaryFolder } from '../../setup/runScript';
import { keptFile, smallRuns, type SmallRuns } from './smallRuns';

/**
 * How far a number may be from the kept one, relatively: what another processor's rounding makes of it is 3 to 5 times less.
 *
 * Adam's first step is the sign of the gradient, so that after it every entry of nearly no gradient may have gone the other way;
 * and entries of nearly the same value may have changed places in the ranking that faithfulness measures.
 */
function toleranceOf(name: string, place: number): number {
  if (/faithfulness$/i.test(name)) return 2e-3;
  if (place === 0) return 1e-4;
  // a small difference of two probabilities: from the third iteration on each processor has another
  if (name === 'distortion') return place === 1 ? 0.2 : Infinity;
  return name === 'retainedProbability' ? 0.02 : 1e-3;
}

const renew = 'npx tsx lib/test/fixtures/make_revision.ts';
const advice = `a number of the library has changed: raise \`revision\` in lib/src/study/plan/revision.ts and renew the kept numbers with ${renew}`;

/** Which numbers are further from the kept ones than they may be. */
function changes(now: SmallRuns['numbers'], kept: SmallRuns['numbers']): string[] {
  assert.deepEqual(Object.keys(now), Object.keys(kept));
  return Object.entries(kept).flatMap(([method, quantities]) => {
    assert.deepEqual(Object.keys(now[method]!), Object.keys(quantities), method);
    return Object.entries(quantities).flatMap(([name, values]) => {
      const actual = now[method]![name]!;
      assert.equal(actual.length, values.length);
      return values.flatMap((value, place) =>
        Math.abs(actual[place]! - value) <= toleranceOf(name, place) * Math.abs(value)
          ? []
          : [`${method} ${name}[${place}]: ${actual[place]}, kept ${value}`],
      );
    });
  });
}

test('small runs of every method, clamped, shared and normalised too, give the kept numbers of this revision', async (t) => {
  const kept = JSON.parse(await readFile(keptFile, 'utf8')) as SmallRuns;
  assert.equal(kept.revision, revision, `the kept numbers are of revision ${kept.revision}: renew them with ${renew}`);
  const { numbers } = await smallRuns(temporaryFolder(t));
  const found = changes(numbers, kept.numbers);
  assert.deepEqual(found, [], `${advice}\n${found.join('\n')}`);

  // the tolerances tell the computations apart: with another clamp, mask or gradient the numbers are others
  const shearlets = Object.entries(kept.numbers).filter(([name]) => name.startsWith('shearletx'));
  for (const [name, expected] of shearlets)
    for (const [other, instead] of shearlets)
      if (other !== name && instead.sparsity!.length === expected.sparsity!.length)
        assert.notDeepEqual(changes({ [name]: instead }, { [name]: expected }), [], `${other} for ${name}`);
});
