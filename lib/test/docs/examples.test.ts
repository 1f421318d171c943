import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import vm from 'node:vm';
import { projectPath } from '../../src/project';
import * as tf from '../../src/tensorflow/tf';

/** One-line examples of a function that the file itself exports: ` * f(x) // => result` or `// throws: message`. */
const EXAMPLE = /^ \* ((\w+)\(.*) \/\/ (=>|throws:) (.*)$/gm;

const source = projectPath('lib', 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const examples = files.flatMap((file) =>
  Array.from(readFileSync(path.join(source, file), 'utf8').matchAll(EXAMPLE), ([, call, name, kind, expected]) => ({
    file,
    call: call!,
    name: name!,
    kind: kind!,
    expected: expected!,
  })),
);

/** Plain numbers, strings and lists, rounded to six digits as the examples are. */
function plain(value: unknown): unknown {
  if (value instanceof tf.Tensor) return plain(value.arraySync());
  if (typeof value === 'number') return Number(value.toPrecision(6));
  if (ArrayBuffer.isView(value)) return Array.from(value as Float32Array, plain);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
  return value;
}

describe('every one-line example in the documentation does what it says', () => {
  for (const { file, call, name, kind, expected } of examples)
    test(`${file}: ${call}`, async () => {
      const exported = (await import(path.join(source, file))) as Record<string, unknown>;
      assert.ok(name in exported, `${file} exports no ${name}`);
      const run = (code: string): unknown =>
        (vm.runInThisContext(`(scope) => { with (scope) return (${code}) }`) as (scope: object) => unknown)({
          tf,
          ...exported,
        });
      if (kind === 'throws:') assert.throws(() => run(call), { message: expected });
      else assert.deepEqual(plain(await run(call)), plain(run(expected.replace(/\b\w+Array \[/, '['))));
    });
});

test('there are examples', () => {
  assert.ok(examples.length >= 20, `found ${examples.length}`);
});
