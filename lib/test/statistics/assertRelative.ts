import assert from 'node:assert/strict';

/** Asserts that a number agrees to a relative tolerance, and that the tolerance bites: ten times as far away would have failed. */
export function assertRelative(actual: number, expected: number, tolerance: number, name = 'value'): void {
  const allowed = tolerance * Math.abs(expected);
  const close = (value: number): boolean => Math.abs(value - expected) <= allowed;
  assert.ok(close(actual), `${name} must be ${expected} to a relative ${tolerance}, got ${actual}`);
  assert.ok(!close(actual + (10 * allowed || Number.MIN_VALUE)), `${name}: the tolerance must bite`);
}
