// node cache.mjs [fail|wait]: makes the folder `toy` of the cache; prints how often it had to
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { cached } from '../../../../scripts/setup/cache.mjs';
import { explain } from '../../../../scripts/setup/SetupError.mjs';

const [behaviour] = process.argv.slice(2);
let made = 0;

const make = async (temporary) => {
  made++;
  writeFileSync(path.join(temporary, 'content'), 'half');
  if (behaviour === 'fail') throw new Error('cannot make it');
  if (behaviour === 'wait') await new Promise((resolve) => setTimeout(resolve, 60_000));
  writeFileSync(path.join(temporary, 'content'), 'whole');
};

const folder = await cached({ name: 'toy', megabytes: 0, make }).catch((error) => {
  console.error(explain(error));
  process.exit(1);
});
console.log(`${folder} made ${made}`);
