// node lock.mjs FILE JOURNAL NAME [SILENCE]: holds the lock for a while and writes down when
import { appendFileSync } from 'node:fs';
import { withLock } from '../../../../scripts/setup/lock.mjs';

const [file, journal, name, silence = '60000'] = process.argv.slice(2);
const onWait = (holder) => console.log(`waits for ${holder}`);

await withLock(
  file,
  async () => {
    appendFileSync(journal, `${name} in\n`);
    await new Promise((resolve) => setTimeout(resolve, 150));
    appendFileSync(journal, `${name} out\n`);
  },
  { onWait, silence: Number(silence), beat: 20 },
);
