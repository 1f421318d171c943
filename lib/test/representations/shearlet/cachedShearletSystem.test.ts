import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { cachedShearletSystem } from '../../../src/representations/shearlet/cachedShearletSystem';
import { shearletSystem } from '../../../src/representations/shearlet/shearletSystem';

const folder = mkdtempSync(path.join(tmpdir(), 'shearlets-'));
after(() => {
  rmSync(folder, { recursive: true });
});
const file = path.join(folder, 'shearlets-64-2.safetensors');
const expected = shearletSystem(64, 2);

test('a system is built once and then read', () => {
  assert.deepEqual(cachedShearletSystem(64, 2, folder), expected);
  const { ino } = statSync(file);
  assert.deepEqual(cachedShearletSystem(64, 2, folder), expected);
  assert.equal(statSync(file).ino, ino, 'the file was written again');
  assert.deepEqual(readdirSync(folder), [path.basename(file)]);
});

const damage: Record<string, (bytes: Buffer) => Buffer> = {
  'one flipped bit': (bytes) => {
    bytes[bytes.length - 7]! ^= 1;
    return bytes;
  },
  truncated: (bytes) => bytes.subarray(0, bytes.length / 2),
  empty: () => Buffer.alloc(0),
  'no safetensors file': () => Buffer.from('what is this?'),
  'of another version': (bytes) =>
    Buffer.from(bytes.toString('latin1').replace('"version":"1"', '"version":"0"'), 'latin1'),
};
for (const [name, spoil] of Object.entries(damage))
  test(`a file that is damaged (${name}) is replaced`, () => {
    cachedShearletSystem(64, 2, folder);
    const whole = readFileSync(file);
    writeFileSync(file, spoil(Buffer.from(whole)));
    assert.notDeepEqual(readFileSync(file), whole);
    assert.deepEqual(cachedShearletSystem(64, 2, folder), expected);
    assert.deepEqual(readFileSync(file), whole);
  });

test('a folder that cannot be written is a warning, not an error', async () => {
  const warned = new Promise<Error>((resolve) => process.once('warning', resolve));
  assert.deepEqual(cachedShearletSystem(64, 2, path.join(file, 'not-a-folder')), expected);
  assert.match((await warned).message, /cannot be written/);
});
