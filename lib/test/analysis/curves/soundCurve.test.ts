import assert from 'node:assert/strict';
import { test } from 'node:test';
import { range } from 'lodash';
import type { Curves } from '../../../src/statistics/curves/Curves';
import { bootstrapKey } from '../../../src/analysis/curves/bootstrapKey';
import { interquartileCurve } from '../../../src/analysis/curves/interquartileCurve';
import { soundCurve } from '../../../src/analysis/curves/soundCurve';
import { bootstrap } from '../../../src/statistics/sound/bootstrap';

const curves: Curves = range(8).map((photograph) =>
  Float64Array.of(photograph ** 2, photograph % 3 ? 1 / photograph : NaN, NaN),
);

test('a sound curve is the estimate and 95 % bootstrap of every iteration, null where no photograph has a score', () => {
  const { value, low, high } = soundCurve(curves, 'mean');
  const squares = bootstrap(
    Float64Array.from(curves, ([score]) => score!),
    'mean',
    { key: bootstrapKey },
  )!;
  assert.deepEqual([value[0], low[0], high[0]], [17.5, ...squares.interval!]);
  assert.ok(low[0]! < 17.5 && high[0]! > 17.5);
  assert.deepEqual([value[2], low[2], high[2]], [null, null, null]);
});

test('an interquartile curve has the sound interval and the released error, which is smaller', () => {
  const { standardError, ...sound } = interquartileCurve(curves);
  assert.deepEqual(sound, soundCurve(curves, 'iqm'));
  assert.ok(standardError[0]! > 0 && standardError[0]! < (sound.high[0]! - sound.low[0]!) / 4);
  assert.equal(standardError[2], null);
});
