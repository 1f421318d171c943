import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { projectPath } from '../../src/project';
import type { Figure } from '../../src/render/Figure';

/** Compares a figure with the kept one, numbers rounded to six digits. `UPDATE_SNAPSHOTS=1` keeps the new one: look at the difference. */
export function assertSnapshot(name: string, figure: Figure): void {
  const file = projectPath('lib', 'test', 'fixtures', 'figures', `${name}.json`);
  const rounded = (_: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toPrecision(6)) : value;
  const actual = `${JSON.stringify(figure, rounded, 1)}\n`;
  if (process.env.UPDATE_SNAPSHOTS === '1') writeFileSync(file, actual);
  assert.equal(actual, readFileSync(file, 'utf8'));
}
