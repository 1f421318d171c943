import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { countBy, pickBy, uniq } from 'lodash';
import type { ProcessIdentity } from '../../../src/lock/processIdentity';
import { hashesOf } from './hashesOf';

/** The claims in a folder of results, by file, with their holders. */
export function claimsIn(folder: string): { file: string; holder: ProcessIdentity }[] {
  const claims = path.join(folder, 'claims');
  return (existsSync(claims) ? readdirSync(claims) : [])
    .filter((file) => /\.\d+$/.test(file))
    .flatMap((file) => {
      try {
        return [{ file, holder: JSON.parse(readFileSync(path.join(claims, file), 'utf8')) as ProcessIdentity }];
      } catch {
        return []; // released since
      }
    });
}

/**
 * What is wrong with a folder after its studies were done.
 *
 * @param expected the hash of every result
 * @param killed the processes that could not release what they had claimed
 */
export async function faultsOf(
  folder: string,
  expected: Readonly<Record<string, string>>,
  killed: readonly number[],
): Promise<string[]> {
  const hashes = await hashesOf(folder);
  const lines = readFileSync(path.join(folder, 'times.jsonl'), 'utf8').trim().split('\n');
  const finished = countBy(lines, (line) => (JSON.parse(line) as { run: string }).run);
  return [
    ...uniq([...Object.keys(expected), ...Object.keys(hashes)])
      .filter((file) => hashes[file] !== expected[file])
      .map((file) => `${file} is ${file in hashes ? 'not what it should be' : 'missing'}`),
    ...Object.keys(pickBy(finished, (times) => times > 1)).map((run) => `${run} was finished more than once`),
    ...claimsIn(folder)
      .filter(({ holder }) => !killed.includes(holder.pid))
      .map(({ file }) => `${file} was not released`),
  ];
}
