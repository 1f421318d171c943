import assert from 'node:assert/strict';

/** Asserts that a number agrees to a relative tolerance. */
export function assertRelative(actual: number, expected: number, tolerance: number, name = 'value'): void {
  assert.ok(
    Math.abs(actual - expected) <= tolerance * Math.abs(expected),
    `${name} must be ${expected} to a relative ${tolerance}, got ${actual}`,
  );
}
