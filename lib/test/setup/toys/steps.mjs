// node steps.mjs FOLDER [STEP]: three toy steps in FOLDER; STEP stops half-way and waits to be killed
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runSteps } from '../../../../scripts/setup/runSteps.mjs';

const [folder, waiting] = process.argv.slice(2);

const step = (id, needs) => ({
  id,
  name: `step ${id}`,
  needs,
  seconds: 1,
  size: async () => ({ fetch: 0, cache: 0, clone: Number(process.env.TOY_MEGABYTES ?? 0) }),
  inputs: async () => (id === 'a' ? process.env.TOY_INPUT : id),
  present: async () => existsSync(path.join(folder, id)),
  run: async () => {
    appendFileSync(path.join(folder, 'ran'), id);
    writeFileSync(path.join(folder, id), 'half');
    if (id === waiting) await new Promise((resolve) => setTimeout(resolve, 60_000));
    writeFileSync(path.join(folder, id), 'whole');
  },
});

try {
  await runSteps([step('a'), step('b', ['a']), step('c')], path.join(folder, 'state'));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
console.log(`ran ${readFileSync(path.join(folder, 'ran'), 'utf8')}`);
