import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sum } from 'lodash';
import { daubechies } from '../../../src/representations/wavelet/daubechies';
import { assertClose } from '../../support/tensors';
import fixture from '../../fixtures/wavelets.json';

for (const [name, expected] of Object.entries(fixture.filters))
  test(`${name} has the coefficients of PyWavelets, and is orthonormal to its even shifts, within 1e-12`, () => {
    const h = daubechies(name);
    assertClose(h, expected, 1e-12);
    for (let shift = 0; shift < h.length; shift += 2) {
      const product = sum(h.slice(shift).map((tap, n) => tap * h[n]!));
      assertClose([product], [shift === 0 ? 1 : 0], 1e-12);
    }
  });

test('an unknown wavelet is refused by name', () => {
  assert.throws(() => daubechies('db11'), /^RangeError: wavelet must be one of db1, .*, db10, got "db11"$/);
});
