import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { projectPath } from '../../src/project';

const source = projectPath('lib', 'src');
const roomOf = (file: string): string =>
  path
    .relative(source, file)
    .split(path.sep)[0]!
    .replace(/\.[jt]s$/, '');

/** The rooms of CONTRIBUTING.md's map, from the top down. */
const [, map] = /```text\n([^]*?)```/.exec(readFileSync(projectPath('CONTRIBUTING.md'), 'utf8'))!;
const rooms = Array.from(map!.matchAll(/^(\w+)(\/|\.ts) /gm), ([, name]) => name!);

/** Every import from one room into another, as `from -> to (file)`. */
function arrows(): { from: string; to: string; file: string }[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.[jt]s$/.test(file));
  return files.flatMap((file) => {
    const absolute = path.join(source, file);
    const imports = readFileSync(absolute, 'utf8').matchAll(/\b(?:from|import\(|require\() ?'(\.[^']*)'/g);
    return Array.from(imports, ([, target]) => ({
      from: roomOf(absolute),
      to: roomOf(path.resolve(path.dirname(absolute), target!)),
      file,
    })).filter(({ from, to }) => from !== to);
  });
}

test('the map of CONTRIBUTING.md has every room of lib/src, and no other', () => {
  assert.deepEqual(
    [...rooms].sort(),
    [...new Set(readdirSync(source).map((name) => roomOf(path.join(source, name))))].sort(),
  );
});

test('imports point down the map only', () => {
  const found = arrows();
  assert.ok(found.length > 100, `only ${found.length} imports between rooms`);
  const up = found.filter(({ from, to }) => rooms.indexOf(to) <= rooms.indexOf(from));
  assert.deepEqual(
    up.map(({ from, to, file }) => `${from} -> ${to} (${file})`),
    [],
  );
});
