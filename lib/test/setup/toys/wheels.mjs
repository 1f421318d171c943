// node wheels.mjs SHA256 [PART]: fetches the package `startgrad-toy` with that hash, or a part of it
import { readdirSync } from 'node:fs';
import { cached } from '../../../../scripts/setup/cache.mjs';
import { explain } from '../../../../scripts/setup/SetupError.mjs';
import { partsOfWheel, wheels } from '../../../../scripts/setup/wheels.mjs';

const [hash, part] = process.argv.slice(2);
const requirements = `startgrad-toy==1.0 --hash=sha256:${hash}\n`;
try {
  const wanted = { name: 'startgrad-toy', label: 'toy', requirements, megabytes: 1, peak: 1 };
  const folder = await cached(part ? partsOfWheel({ ...wanted, parts: [part] }) : wheels(wanted));
  console.log(`fetched ${readdirSync(folder).filter((name) => name.endsWith('.whl')).length}`);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
