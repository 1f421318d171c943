// node wheels.mjs SHA256: fetches the package `startgrad-toy` with that hash
import { explain } from '../../../../scripts/setup/SetupError.mjs';
import { fetchWheels, wheelsIn } from '../../../../scripts/setup/wheels.mjs';

const [hash] = process.argv.slice(2);
const requirements = `startgrad-toy==1.0 --hash=sha256:${hash}\n`;
try {
  const folder = await fetchWheels({ name: 'startgrad-toy', label: 'toy', requirements, megabytes: 1 });
  console.log(`fetched ${(await wheelsIn(folder)).length}`);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
