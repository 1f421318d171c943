// node contender.mjs FOLDER: wants one lock twenty times at once, again and again; says `in`, or who is inside beside another
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fateOf, thisProcess } from '../../../src/lock/processIdentity.js';
import { withLock } from '../../../src/lock/withLock.js';

const [folder = ''] = process.argv.slice(2);
const file = path.join(folder, 'inside');

/** Whoever is inside; undefined where nobody is, or its process has ended. */
function inside() {
  try {
    const { name, identity } = JSON.parse(readFileSync(file, 'utf8'));
    return fateOf(identity) === 'ended' ? undefined : name;
  } catch {
    return undefined;
  }
}

/** @param {string} name */
async function contend(name) {
  const work = async () => {
    const before = inside();
    if (before !== undefined) console.log(`${name} beside ${before}`);
    writeFileSync(file, JSON.stringify({ name, identity: thisProcess() }));
    console.log('in');
    await sleep(5);
    const now = inside();
    if (now !== name) console.log(`${now} beside ${name}`);
    writeFileSync(file, '');
  };
  for (;;) await withLock(folder, 'lock', work);
}

for (let i = 0; i < 20; i++) void contend(`${process.pid}.${i}`);
