import { mkdir, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { withLock } from '../../lib/src/lock/withLock.js';
import { cacheFolder } from './cache.mjs';
import { duration } from './progress.mjs';
import { inState } from './project.mjs';
import { SetupError } from './SetupError.mjs';
import { inputsHash, readStamp, removeStamp, writeStamp } from './stamp.mjs';

/**
 * One step of the set-up. It is done when its stamp, written at its very end, matches its inputs and its files are there; so it
 * may be killed anywhere, as long as `run` copes with what an earlier run left.
 * @typedef {object} Step
 * @property {string} id names the stamp
 * @property {string} name what a person reads
 * @property {readonly string[]} [needs] steps whose renewal makes this one due again
 * @property {number} seconds that it takes, measured, without the download
 * @property {() => Promise<{ fetch: number, cache: number, clone: number }>} size in MB: fetched now, kept in the cache, in the clone
 * @property {() => Promise<unknown>} inputs what it is made from (JSON)
 * @property {(result: unknown) => Promise<boolean>} present whether what it makes is there; `result` is what `run` gave back
 * @property {() => Promise<unknown>} run
 */

const assumedSpeed = 10; // MB/s, for the estimate that is printed before a download

/**
 * Runs the steps that are due, in order, after saying what will happen; two set-ups in one clone take turns.
 * @param {readonly Step[]} steps
 * @param {{ folder?: string, out?: NodeJS.WriteStream }} [options] `folder` keeps stamps and lock
 * @throws {SetupError} what a person has to mend
 */
export async function runSteps(steps, { folder = inState(), out = process.stdout } = {}) {
  const due = await dueSteps(steps, folder);
  if (due.length === 0) return;
  await announce(due, out);
  await withLock(
    folder,
    'lock',
    () => runDue(steps, folder),
    ({ pid, host }) =>
      out.write(`Another set-up of this clone is running (process ${pid} on ${host}); waiting for it …\n`),
  );
  out.write('Set up.\n\n');
}

/** @param {readonly Step[]} steps @param {string} folder */
async function runDue(steps, folder) {
  await rm(path.join(folder, 'log.txt'), { force: true });
  for (const step of await dueSteps(steps, folder)) {
    await removeStamp(step.id, folder);
    const inputs = await allInputs(step, folder);
    await writeStamp(step.id, inputs, await step.run(), folder);
  }
}

/**
 * The steps that have to run, with those that stand on them.
 * @param {readonly Step[]} steps
 * @param {string} folder
 */
export async function dueSteps(steps, folder) {
  /** @type {Step[]} */
  const due = [];
  for (const step of steps) {
    const shaken = due.some(({ id }) => step.needs?.includes(id));
    if (shaken || !(await isDone(step, folder))) due.push(step);
  }
  return due;
}

/** @param {Step} step @param {string} folder */
async function isDone(step, folder) {
  const inputs = inputsHash(await allInputs(step, folder));
  const stamp = await readStamp(step.id, folder);
  return stamp?.inputs === inputs && (await step.present(stamp.result));
}

/** @param {Step} step @param {string} folder */
async function allInputs(step, folder) {
  const below = await Promise.all((step.needs ?? []).map((id) => readStamp(id, folder)));
  return [await step.inputs(), ...below.map((stamp) => stamp?.made)];
}

/** Says what will happen, and refuses to start what cannot end. @param {readonly Step[]} due @param {NodeJS.WriteStream} out */
async function announce(due, out) {
  const sizes = await Promise.all(due.map((step) => step.size()));
  const total = (/** @type {'fetch' | 'cache' | 'clone'} */ key) => sizes.reduce((sum, size) => sum + size[key], 0);
  out.write('Setting up what is missing:\n');
  due.forEach((step, i) =>
    out.write(
      `  ${step.name.padEnd(26)} ${sizes[i].fetch > 0 ? `fetches ${Math.ceil(sizes[i].fetch)} MB` : 'nothing to fetch'}\n`,
    ),
  );
  const seconds = due.reduce((sum, step) => sum + step.seconds, 0) + total('fetch') / assumedSpeed;
  out.write(
    `In all: ${Math.ceil(total('fetch'))} MB to fetch, ${Math.ceil(total('clone'))} MB of disk in this folder and ` +
      `${Math.ceil(total('cache'))} MB in the cache ${cacheFolder()}, about ${duration(seconds)} (at ${assumedSpeed} MB/s).\n`,
  );
  await assertSpace(inState(), total('clone'));
  await assertSpace(cacheFolder(), total('cache'));
}

/** @param {string} folder @param {number} megabytes */
async function assertSpace(folder, megabytes) {
  await mkdir(folder, { recursive: true });
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free >= megabytes) return;
  throw new SetupError(
    `Not enough disk: ${Math.ceil(megabytes)} MB are needed in ${folder}, ${free} MB are free.\n` +
      'Make room, or put the cache on another disk (STARTGRAD_CACHE=/path), and run the command again.',
  );
}
