'use strict';
// JavaScript, because the set-up uses it before anything is installed or compiled.

const { randomUUID } = require('node:crypto');
const fs = require('node:fs/promises');
const path = require('node:path');
const { fateOf, thisProcess } = require('./processIdentity');

/** @typedef {import('./processIdentity').ProcessIdentity} ProcessIdentity */

/** How often a holder touches its claim, and the silence after which a holder of unknown fate has lost it; milliseconds. */
const beat = 30_000;
const longestSilence = 600_000;

/**
 * Claims a name for this process among all that share the folder, until it is released or this process ends.
 *
 * Claims of one name are numbered files. Whoever finds that the holders of all claims have ended creates the next number, which only
 * one process can, and looks again: it holds the name if all others have still ended. So of two processes that both created a claim,
 * the later one sees the earlier one. Only the holder removes claims: its own and, before it, those it found abandoned.
 *
 * A process of this host keeps its claims while it lives, paused or not. Where its fate is unknown (another host, or a system that does
 * not say when processes start), they are free once it has not touched them for ten minutes. If it lives after all, there are two
 * holders: their work must bear to be done twice.
 *
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<(() => Promise<void>) | undefined>} what releases the claim, or undefined where another living process holds it
 */
async function claim(folder, name) {
  await fs.mkdir(folder, { recursive: true });
  const numbers = await numbersOf(folder, name);
  if (!(await areFree(folder, name, numbers))) return undefined;
  const number = 1 + Math.max(0, ...numbers);
  const mine = path.join(folder, `${name}.${number}`);
  const content = JSON.stringify(thisProcess());
  const file = await createWhole(mine, content);
  if (!file) return undefined;
  // the same bytes again: the file system's own clock says when, and nobody ever sees half of them
  const beating = setInterval(() => void file.write(content, 0).catch(() => undefined), beat).unref();

  /** @param {readonly number[]} abandoned */
  const release = async (abandoned) => {
    clearInterval(beating);
    // gone, also where a file server has forgotten it: whoever took this process for dead has removed it, and the number may be another's
    const gone = await file.stat().then(
      ({ nlink }) => nlink === 0,
      () => true,
    );
    await file.close().catch(() => undefined);
    if (gone) return;
    for (const other of abandoned) await removeAbandoned(path.join(folder, `${name}.${other}`));
    // the own one last: while it stands, nobody else holds the name
    await fs.rm(mine, { force: true });
  };

  /** @type {number[]} */
  let others = [];
  let isHeld = false;
  try {
    others = (await numbersOf(folder, name)).filter((other) => other !== number);
    isHeld = await areFree(folder, name, others);
  } finally {
    if (!isHeld) await release([]);
  }
  return isHeld ? () => release(others) : undefined;
}

/**
 * The process that made the last claim of a name; undefined where there is none.
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<ProcessIdentity | undefined>}
 */
async function holderOf(folder, name) {
  try {
    return await read(path.join(folder, `${name}.${Math.max(0, ...(await numbersOf(folder, name)))}`));
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** @param {string} folder @param {string} name */
async function numbersOf(folder, name) {
  return (await fs.readdir(folder))
    .filter((file) => file.startsWith(`${name}.`))
    .map((file) => Number(file.slice(name.length + 1)))
    .filter(Number.isInteger);
}

/** @param {string} file */
const read = async (file) => /** @type {ProcessIdentity} */ (JSON.parse(await fs.readFile(file, 'utf8')));

/** @param {string} folder @param {string} name @param {readonly number[]} numbers */
async function areFree(folder, name, numbers) {
  for (const number of numbers) if (!(await isFree(path.join(folder, `${name}.${number}`)))) return false;
  return true;
}

/**
 * Whether the holder of a claim has ended. A claim that has just been released is not free: its work is done.
 * @param {string} file
 */
async function isFree(file) {
  try {
    const fate = fateOf(await read(file));
    return fate === 'unknown' ? (await silenceOf(file)) > longestSilence : fate === 'ended';
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    if (error instanceof SyntaxError) return true; // cut short by a power failure, which its holder did not outlive
    throw error;
  }
}

/**
 * How long ago a file was touched, by the clock that stamps the files of its folder: hosts may disagree about the time.
 * @param {string} file
 */
async function silenceOf(file) {
  const now = `${file}.${randomUUID()}`;
  await fs.writeFile(now, '');
  try {
    return (await fs.stat(now)).mtimeMs - (await fs.stat(file)).mtimeMs;
  } finally {
    await fs.rm(now, { force: true });
  }
}

/**
 * Removes a claim unless it belongs to another user, whose files a shared folder may protect: it stays abandoned.
 * @param {string} file
 */
async function removeAbandoned(file) {
  await fs.rm(file, { force: true }).catch((/** @type {unknown} */ error) => {
    if (!['EPERM', 'EACCES'].includes(codeOf(error) ?? '')) throw error;
  });
}

/**
 * Creates and opens a file with its content in it, unless there is one: `link` does both at once.
 * @param {string} file
 * @param {string} content
 */
async function createWhole(file, content) {
  const temporary = `${file}.${randomUUID()}`;
  const opened = await fs.open(temporary, 'wx');
  try {
    await opened.write(content);
    await fs.link(temporary, file);
    return opened;
  } catch (error) {
    await opened.close();
    if (codeOf(error) === 'EEXIST') return undefined;
    throw error;
  } finally {
    await fs.rm(temporary, { force: true });
  }
}

/** @param {unknown} error */
const codeOf = (error) => /** @type {NodeJS.ErrnoException} */ (error).code;

module.exports = { claim, holderOf };
