import { readFile, rm } from 'node:fs/promises';
import { inState } from './project.mjs';
import { textHash } from './sha256.mjs';
import { writeAtomically } from './writeAtomically.mjs';

/** What is remembered of a step that ended: the hash of what it was made from, and what it gave back. */
/** @typedef {{ inputs: string, made: string, result?: unknown }} Stamp */

/** @param {string} folder @param {string} name */
const file = (folder, name) => `${folder}/${name}.json`;

/**
 * @param {string} name of the step
 * @param {string} [folder]
 * @returns {Promise<Stamp | undefined>} undefined where the step never ended
 */
export async function readStamp(name, folder = inState()) {
  try {
    return JSON.parse(await readFile(file(folder, name), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} name
 * @param {unknown} inputs
 * @param {unknown} result
 * @param {string} [folder]
 */
export async function writeStamp(name, inputs, result, folder = inState()) {
  const stamp = { inputs: inputsHash(inputs), made: new Date().toISOString(), result };
  await writeAtomically(file(folder, name), `${JSON.stringify(stamp, null, 2)}\n`);
}

/** @param {string} name @param {string} [folder] */
export const removeStamp = (name, folder = inState()) => rm(file(folder, name), { force: true });

/** @param {unknown} inputs */
export const inputsHash = (inputs) => textHash(JSON.stringify(inputs));
