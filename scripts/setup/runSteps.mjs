import { mkdir, readFile, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { withLock } from '../../lib/src/lock/withLock.js';
import { cacheFolder } from './cache.mjs';
import { duration } from './progress.mjs';
import { inState } from './project.mjs';
import { SetupError } from './SetupError.mjs';
import { textHash } from './sha256.mjs';
import { writeAtomically } from './writeAtomically.mjs';

/**
 * One step of the set-up. It is done when its stamp, written at its very end, matches its inputs and its files are there. So it may be
 * killed anywhere, as long as `run` copes with what an earlier run left.
 * @typedef {object} Step
 * @property {string} id names the stamp
 * @property {string} name what a person reads
 * @property {readonly string[]} [needs] steps whose renewal makes this one due again
 * @property {number} seconds that it takes, measured, without the download
 * @property {() => Promise<{ fetch: number, cache: number, clone: number }>} size in MB: to fetch, and the disk it needs in cache and clone
 * @property {() => Promise<unknown>} inputs what it is made from (JSON)
 * @property {(result: unknown) => Promise<boolean>} present whether what it makes is there; `result` is what `run` gave back
 * @property {() => Promise<unknown>} run
 */

const assumedSpeed = 10; // MB/s, for the estimate that is printed before a download

/**
 * Runs the steps that are due, in order, after saying what will happen; two set-ups in one clone take turns.
 * @param {readonly Step[]} steps
 * @param {string} [folder] keeps stamps and lock
 * @throws {SetupError} what a person has to mend
 */
export async function runSteps(steps, folder = inState()) {
  const due = await dueSteps(steps, folder);
  if (due.length === 0) return;
  await announce(due);
  const onWait = (/** @type {{ pid: number, host: string }} */ { pid, host }) =>
    console.log(`Another set-up of this clone is running (process ${pid} on ${host}); waiting for it …`);
  await withLock(folder, 'lock', () => runDue(steps, folder), onWait);
  console.log('Set up.\n');
}

/** @param {readonly Step[]} steps @param {string} folder */
async function runDue(steps, folder) {
  await rm(path.join(folder, 'log.txt'), { force: true });
  for (const step of await dueSteps(steps, folder)) {
    const file = stampFile(folder, step.id);
    await rm(file, { force: true });
    const inputs = await inputsHash(step, folder);
    const stamp = { inputs, result: await step.run(), made: new Date().toISOString() };
    await writeAtomically(file, `${JSON.stringify(stamp, null, 2)}\n`);
  }
}

/** The steps that have to run, with those that need them. @param {readonly Step[]} steps @param {string} folder */
async function dueSteps(steps, folder) {
  /** @type {Step[]} */
  const due = [];
  for (const step of steps) {
    const stamp = await readStamp(folder, step.id);
    const done =
      !due.some(({ id }) => step.needs?.includes(id)) &&
      stamp?.inputs === (await inputsHash(step, folder)) &&
      (await step.present(stamp.result));
    if (!done) due.push(step);
  }
  return due;
}

/** @param {string} folder @param {string} id */
const stampFile = (folder, id) => path.join(folder, `${id}.json`);

/** @param {string} folder @param {string} id */
const readStamp = (folder, id) =>
  readFile(stampFile(folder, id), 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);

/** @param {Step} step @param {string} folder */
async function inputsHash({ inputs, needs = [] }, folder) {
  const needed = await Promise.all(needs.map((id) => readStamp(folder, id)));
  return textHash(JSON.stringify([await inputs(), ...needed.map((stamp) => stamp?.made)]));
}

/** Says what will happen, and refuses to start what cannot end. @param {readonly Step[]} due */
async function announce(due) {
  const total = { fetch: 0, cache: 0, clone: 0 };
  console.log('Setting up what is missing:');
  for (const { name, size } of due) {
    const { fetch, cache, clone } = await size();
    console.log(`  ${name.padEnd(28)} ${fetch > 0 ? `fetches ${Math.ceil(fetch)} MB` : 'nothing to fetch'}`);
    total.fetch += fetch;
    total.cache += cache;
    total.clone += clone;
  }
  const seconds = due.reduce((sum, step) => sum + step.seconds, 0) + total.fetch / assumedSpeed;
  console.log(
    `In all: ${Math.ceil(total.fetch)} MB to fetch, ${Math.ceil(total.clone)} MB of disk in this folder and ` +
      `${Math.ceil(total.cache)} MB in the cache ${cacheFolder()}, about ${duration(seconds)} (at ${assumedSpeed} MB/s).`,
  );
  await assertSpace(inState(), total.clone);
  await assertSpace(cacheFolder(), total.cache);
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
