import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { runScript, temporaryFolder } from './runScript';

const imports = "const test = require('node:test'); const { describe, it } = test;\n";
const late = "test('late', () => new Promise((resolve) => setTimeout(resolve, 300)).then(() => ";

/** Test files, and what the runner has to make of each. */
const cases = [
  { name: 'good', body: "test('a', () => {}); test('b', () => {});", last: '2 passed, 0 failed, 0 skipped', code: 0 },
  {
    name: 'failing',
    body: "test('a', () => {}); test('b', () => { throw new Error('wrong on purpose'); });",
    last: '1 passed, 1 failed, 0 skipped',
    code: 1,
    says: /wrong on purpose[\s\S]*at TestContext/,
  },
  {
    name: 'skipping with the allowed reason',
    body: "test('a', () => {}); test('b', { skip: 'allowed' }, () => {});",
    last: '1 passed, 0 failed, 1 skipped',
    code: 0,
    says: /skipped: b: allowed\n/,
  },
  {
    name: 'skipping for another reason',
    body: "test('a', () => {}); test('b', { skip: 'no time' }, () => {});",
    last: '1 passed, 0 failed, 1 skipped',
    code: 1,
    says: /skipped: b: no time \(NOT ALLOWED\)/,
  },
  {
    name: 'skipping without a reason',
    body: "test('a', () => {}); test.skip('b', () => {});",
    last: '1 passed, 0 failed, 1 skipped',
    code: 1,
  },
  {
    name: 'skipping only',
    body: "test('b', { skip: 'allowed' }, () => {});",
    last: '0 passed, 0 failed, 1 skipped',
    code: 1,
  },
  {
    name: 'to do',
    body: "test('a', () => {}); test.todo('b', () => {});",
    last: '1 passed, 1 failed, 0 skipped',
    code: 1,
  },
  { name: 'empty', body: '', last: '0 passed, 1 failed, 0 skipped', code: 1 },
  {
    name: 'no JavaScript',
    body: 'this is no JavaScript',
    last: '0 passed, 1 failed, 0 skipped',
    code: 1,
    says: /SyntaxError/,
  },
  {
    name: 'leaving at once',
    body: "test('a', () => {}); process.exit(0);",
    last: '0 passed, 1 failed, 0 skipped',
    code: 1,
  },
  {
    name: 'leaving in the middle',
    body: `test('a', () => {}); ${late} process.exit(0))); test('c', () => {});`,
    last: '1 passed, 1 failed, 0 skipped',
    code: 1,
    says: /stopped before 2 of its tests ended/,
  },
  {
    name: 'crashing',
    body: "test('a', () => { process.kill(process.pid, 'SIGKILL'); });",
    last: '0 passed, 1 failed, 0 skipped',
    code: 1,
    says: /ended with SIGKILL/,
  },
  {
    name: 'nested',
    body: "describe('s', () => { it('a', () => {}); it('b', () => {}); }); test('p', async (t) => { await t.test('c', () => {}); });",
    last: '3 passed, 0 failed, 0 skipped',
    code: 0,
  },
  {
    name: 'failing after its subtests',
    body: "test('p', async (t) => { await t.test('c', () => {}); throw new Error('late'); });",
    last: '1 passed, 1 failed, 0 skipped',
    code: 1,
  },
  {
    name: 'failing before its tests',
    body: "describe('s', () => { test.before(() => { throw new Error('hook'); }); it('a', () => {}); });",
    last: /^0 passed, [12] failed, 0 skipped$/,
    code: 1,
  },
] as const satisfies readonly { name: string; body: string; last: string | RegExp; code: number; says?: RegExp }[];

for (const { name, body, last, code, ...more } of cases) {
  test(`a test file that is ${name} is counted right`, async (t) => {
    const folder = temporaryFolder(t);
    writeFileSync(path.join(folder, 'toy.test.cjs'), imports + body);
    const { code: exitCode, stdout } = await runScript('runTests.mjs', [folder, 'toy.test.cjs']);
    const lastLine = stdout.split('\n').at(-2) ?? '';
    if (typeof last === 'string') assert.equal(lastLine, last, stdout);
    else assert.match(lastLine, last, stdout);
    assert.equal(exitCode, code, stdout);
    if ('says' in more) assert.match(stdout, more.says);
  });
}

test('no test file at all is a failed run', async (t) => {
  const { code, stdout } = await runScript('runTests.mjs', [temporaryFolder(t)]);
  assert.deepEqual([code, stdout], [1, '0 passed, 0 failed, 0 skipped\n']);
});

test('files add up', async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(path.join(folder, 'a.test.cjs'), `${imports}test('a', () => {});`);
  writeFileSync(
    path.join(folder, 'b.test.cjs'),
    `${imports}test('b', () => { throw new Error('no'); }); test('c', () => {});`,
  );
  const { code, stdout } = await runScript('runTests.mjs', [folder, 'a.test.cjs', 'b.test.cjs']);
  assert.equal(code, 1);
  assert.match(stdout, /\n2 passed, 1 failed, 0 skipped\n$/);
});
