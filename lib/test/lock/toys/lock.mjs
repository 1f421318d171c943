// node lock.mjs FOLDER JOURNAL NAME: holds the lock for a while and writes down when
import { appendFileSync } from 'node:fs';
import { withLock } from '../../../src/lock/withLock.js';

const [folder = '', journal = '', name] = process.argv.slice(2);

const work = async () => {
  appendFileSync(journal, `${name} in\n`);
  await new Promise((resolve) => setTimeout(resolve, 150));
  appendFileSync(journal, `${name} out\n`);
};
await withLock(folder, 'lock', work, ({ pid, host }) => console.log(`waits for process ${pid} on ${host}`));
