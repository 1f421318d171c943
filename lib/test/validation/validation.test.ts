import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byName } from '../../src/validation/byName';
import { finiteNumbers } from '../../src/validation/finiteNumbers';
import { inRange } from '../../src/validation/inRange';
import { knownKeys } from '../../src/validation/knownKeys';
import { positiveInteger } from '../../src/validation/positiveInteger';
import { sameLength } from '../../src/validation/sameLength';

/** Runs a check and asserts that it refuses with exactly these words. */
function refused(check: () => unknown, message: string): void {
  assert.throws(check, { name: 'RangeError', message });
}

test('a positive integer comes back, anything else is refused with its name and value', () => {
  assert.equal(positiveInteger('samples', 1), 1);
  assert.equal(positiveInteger('samples', 16), 16);
  for (const value of [-3, 0, 1.5, NaN, Infinity])
    refused(() => positiveInteger('samples', value), `samples must be a positive integer, got ${value}`);
  refused(() => positiveInteger('samples', '16' as never), 'samples must be a positive integer, got "16"');
});

test('a number within its bounds comes back, the bounds included', () => {
  for (const value of [0, 0.5, 1]) assert.equal(inRange('beta1', value, 0, 1), value);
  for (const value of [3, 1e300]) assert.equal(inRange('rate', value, 3), value);
});

test('a number beyond its bounds, or one that is not finite, is refused with its bounds', () => {
  for (const value of [-0.001, 1.001, NaN, Infinity])
    refused(() => inRange('beta1', value, 0, 1), `beta1 must be a number from 0 to 1, got ${value}`);
  for (const value of [2.9, NaN, Infinity, -Infinity])
    refused(() => inRange('rate', value, 3), `rate must be a number of at least 3, got ${value}`);
  refused(() => inRange('rate', '4' as never, 3), 'rate must be a number of at least 3, got "4"');
});

test('finite numbers come back themselves; none, or the first that is not finite, is refused with its position', () => {
  const values = Float64Array.of(-1, 0, 1e300);
  assert.equal(finiteNumbers('scores', values), values);
  refused(() => finiteNumbers('scores', []), 'scores must hold at least one number, got none');
  refused(
    () => finiteNumbers('scores', [1, -Infinity, NaN]),
    'scores must be finite numbers, got -Infinity at position 1',
  );
  refused(() => finiteNumbers('scores', [1, 2, NaN]), 'scores must be finite numbers, got NaN at position 2');
});

test('lists of one length pass, of two lengths are refused with both', () => {
  sameLength('uniform', [1, 2], 'startGrad', Float32Array.of(3, 4));
  sameLength('uniform', [], 'startGrad', []);
  for (const values of [[1], [1, 2, 3]])
    refused(
      () => sameLength('uniform', values, 'startGrad', [1, 2]),
      `uniform must be as long as startGrad (2), got ${values.length}`,
    );
});

test('an entry is found by its name, and an unknown name is refused with the list of the known ones', () => {
  const entries = [{ name: 'uniform' }, { name: 'all-ones' }];
  assert.equal(byName('init', entries, 'all-ones'), entries[1]);
  refused(() => byName('init', entries, 'ones'), 'init must be one of uniform, all-ones, got "ones"');
  refused(() => byName('init', entries, undefined as never), 'init must be one of uniform, all-ones, got undefined');
});

test('an object whose keys are all known comes back itself', () => {
  for (const given of [{}, { seed: 1 }, { seed: 1, target: 2 }])
    assert.equal(knownKeys('options', given, ['target', 'seed']), given);
});

test('the first unknown key is refused, beside the nearest known one where it is a slip of the pen', () => {
  const known = ['target', 'seed', 'learningRate'];
  const unknown = (key: string): string => `options must have no keys but target, seed, learningRate, got ${key}`;
  for (const [key, nearest] of [
    ['traget', 'target'],
    ['TARGET', 'target'],
    // two letters may be wrong, or a third of a long name
    ['sexy', 'seed'],
    ['learnRate', 'learningRate'],
    ['leaningRatio', 'learningRate'],
    ['lerningrat', 'learningRate'],
    ['xxxxningRate', 'learningRate'],
  ] as const)
    refused(() => knownKeys('options', { seed: 1, [key]: 1 }, known), `${unknown(key)}: is ${nearest} meant?`);
  for (const key of ['sxyz', 'xxxxxingRate', 'key'])
    refused(() => knownKeys('options', { [key]: 1, seed: 1, other: 2 }, known), unknown(key));
});

test('what is no object is refused as such', () => {
  for (const [given, text] of [
    [null, 'null'],
    ['seed', '"seed"'],
    [[1, 2], '[1,2]'],
    [undefined, 'undefined'],
  ] as const)
    refused(() => knownKeys('options', given as never, ['seed']), `options must be an object, got ${text}`);
});
