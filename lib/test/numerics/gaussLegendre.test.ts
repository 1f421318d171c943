import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { range, sum } from 'lodash';
import { gaussLegendre } from '../../src/numerics/gaussLegendre';
import { readSafetensors } from '../../src/files/tensors/safetensors';
import { assertClose } from '../support/tensors';
import { fixturePath } from '../support/fixturePath';

test("nodes and weights are NumPy's, in float64 (make_attributions.py)", async () => {
  const { tensors } = await readSafetensors(fixturePath('attributions.safetensors'));
  for (const count of [1, 2, 5, 50, 200]) {
    const { nodes, weights } = gaussLegendre(count);
    assertClose(nodes, tensors[`nodes_${count}`]!.data as Float64Array, 1e-14);
    assertClose(weights, tensors[`weights_${count}`]!.data as Float64Array, 1e-14);
  }
});

test('n nodes integrate every polynomial of degree up to 2n - 1 exactly, and one of degree 2n not', () => {
  const integral = (count: number, degree: number): number => {
    const { nodes, weights } = gaussLegendre(count);
    return sum(Array.from(nodes, (x, i) => weights[i]! * x ** degree));
  };
  const exact = (degree: number): number => (degree % 2 === 0 ? 2 / (degree + 1) : 0);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
      assertClose(
        range(2 * count).map((degree) => integral(count, degree)),
        range(2 * count).map(exact),
        1e-13,
      );
    }),
  );
  for (const count of [1, 2, 3, 8]) assert.ok(Math.abs(integral(count, 2 * count) - exact(2 * count)) > 1e-6);
});

test('a count that is no positive integer is refused', () => {
  for (const count of [0, -1, 2.5, NaN]) assert.throws(() => gaussLegendre(count), /count must be a positive integer/);
});
