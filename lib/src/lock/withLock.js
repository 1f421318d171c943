'use strict';
// JavaScript, because the set-up uses it before anything is installed or compiled.

const { setTimeout: sleep } = require('node:timers/promises');
const { claim, holderOf } = require('./claim');

const millisecondsBetweenLooks = 200;

/**
 * Runs `work` while this process holds a claim, for which it waits as long as another living process has it.
 * @template T
 * @param {string} folder
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {(holder: import('./processIdentity').ProcessIdentity) => void} [onWait] called once, with the process that holds it
 * @returns {Promise<T>}
 */
async function withLock(folder, name, work, onWait) {
  let told = false;
  let release;
  while (!(release = await claim(folder, name))) {
    const holder = await holderOf(folder, name);
    if (holder && !told) onWait?.(holder);
    told ||= holder !== undefined;
    await sleep(millisecondsBetweenLooks);
  }
  try {
    return await work();
  } finally {
    await release();
  }
}

module.exports = { withLock };
