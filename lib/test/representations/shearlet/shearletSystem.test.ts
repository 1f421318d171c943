import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { max, sumBy } from 'lodash';
import { readNpy } from '../../../src/files/tensors/readNpy';
import { shearletSystem, type ShearletSystem } from '../../../src/representations/shearlet/shearletSystem';
import fixture from '../../fixtures/shearlets.json';
import { needsShared, sharedPath } from '../../support/shared';
import { assertClose } from '../../support/tensors';

interface Oracle {
  readonly shearlet_index: number[][];
  readonly l2_norm: number[];
  readonly max: number[];
  readonly full_responses: Record<string, string>;
  readonly frame_weight_min: number;
  readonly frame_weight_max: number;
}

const responses = ({ size, index, responses: all }: ShearletSystem): Float32Array[] =>
  index.map((_, k) => all.subarray(k * size * size, (k + 1) * size * size));
const norm = (ψ: Float32Array): number => Math.sqrt(sumBy(ψ, (value) => value * value));

/** w = Σ ψₖ² at every frequency. */
function frameWeight(system: ShearletSystem): Float64Array {
  const w = new Float64Array(system.size ** 2);
  for (const ψ of responses(system)) ψ.forEach((value, i) => (w[i]! += value * value));
  return w;
}

/** The bounds of the frame are those of the reference system, 0.06694 and 1.0000014 (rounded: 0.067 and 1). */
function assertFrameWeight(system: ShearletSystem): void {
  const w = frameWeight(system);
  assert.ok(w.reduce((a, b) => Math.min(a, b)) >= 0.0669);
  assert.ok(max(w)! <= 1 + 2e-6);
}

test(
  '256 px and 4 scales equal the reference system: six responses within 1e-5, norms and maxima within 1e-4',
  needsShared,
  () => {
    const oracle = JSON.parse(readFileSync(sharedPath('oracle', 'shearlet_256_4', 'shearlets.json'), 'utf8')) as Oracle;
    const system = shearletSystem(256, 4);
    const ψ = responses(system);
    assert.deepEqual(
      system.index.map(({ cone, scale, shear }) => [cone, scale, shear]),
      oracle.shearlet_index,
    );
    for (const [k, file] of Object.entries(oracle.full_responses))
      assertClose(ψ[Number(k)]!, readNpy(sharedPath('oracle', 'shearlet_256_4', file)), 1e-5);
    assertClose(ψ.map(norm), oracle.l2_norm, 1e-4);
    assertClose(
      ψ.map((values) => max(values)!),
      oracle.max,
      1e-4,
    );
    const w = frameWeight(system);
    assertClose(
      [w.reduce((a, b) => Math.min(a, b)), max(w)!],
      [oracle.frame_weight_min, oracle.frame_weight_max],
      1e-6,
    );
  },
);

for (const { size, scales, norm: norms, max: maxima, rows, columns, values } of fixture.cases)
  test(`${size} px and ${scales} scales equal the same recipe carried out in space, within 1e-6`, () => {
    const system = shearletSystem(size, scales);
    const ψ = responses(system);
    assert.equal(ψ.length, values.length);
    assertFrameWeight(system);
    ψ.forEach((response, k) => {
      assertClose([norm(response)], [norms[k]!], 1e-5);
      assertClose([max(response)!], [maxima[k]!], 1e-6);
      const sampled = rows.map((row, i) => response[row * size + columns[i]!]!);
      assertClose(sampled, values[k]!, 1e-6);
    });
  });

test('4 scales are 49 shearlets, 3 are 33: the low-pass last, cone 2 without the diagonals', () => {
  assert.equal(shearletSystem(64, 4).index.length, 49);
  const { index } = shearletSystem(64, 3);
  assert.equal(index.length, 33);
  assert.deepEqual(index.at(-1), { cone: 0, scale: 0, shear: 0 });
  const shears = (cone: number, scale: number): number[] =>
    index.filter((shearlet) => shearlet.cone === cone && shearlet.scale === scale).map(({ shear }) => shear);
  assert.deepEqual(shears(1, 3), [-4, -3, -2, -1, 0, 1, 2, 3, 4]);
  assert.deepEqual(shears(2, 3), [-3, -2, -1, 0, 1, 2, 3]);
});

test('at every even size the responses are even and the frame weight lies in [0.067, 1]', () => {
  fc.assert(
    fc.property(fc.integer({ min: 32, max: 60 }), fc.constantFrom(3, 4), (half, scales) => {
      const size = 2 * half;
      const system = shearletSystem(size, scales);
      assertFrameWeight(system);
      const mirrored = (i: number): number =>
        ((size - Math.floor(i / size)) % size) * size + ((size - (i % size)) % size);
      for (const ψ of responses(system))
        assertClose(
          ψ,
          ψ.map((_, i) => ψ[mirrored(i)]!),
          1e-6,
        );
    }),
    { numRuns: 4 },
  );
});

test('odd, small and broken sizes are refused by name', () => {
  for (const size of [62, 65, 64.5, NaN, -64])
    assert.throws(() => shearletSystem(size, 3), {
      name: 'RangeError',
      message: `size must be an even number from 64, got ${size}`,
    });
  assert.throws(() => shearletSystem(64, 0), { message: 'scales must be a positive integer, got 0' });
});
