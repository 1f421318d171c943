// node wheels.mjs SHA256: fetches the package `startgrad-toy` with that hash
import { readdirSync } from 'node:fs';
import { cached } from '../../../../scripts/setup/cache.mjs';
import { explain } from '../../../../scripts/setup/SetupError.mjs';
import { wheels } from '../../../../scripts/setup/wheels.mjs';

const [hash] = process.argv.slice(2);
const requirements = `startgrad-toy==1.0 --hash=sha256:${hash}\n`;
try {
  const folder = await cached(wheels({ name: 'startgrad-toy', label: 'toy', requirements, megabytes: 1 }));
  console.log(`fetched ${readdirSync(folder).filter((name) => name.endsWith('.whl')).length}`);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
