import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { checkModules } from '../../../src/study/run/checkModules';
import { jobsOf } from '../../../src/study/plan/jobsOf';
import { runStudy } from '../../../src/study/run/runStudy';
import type { Study } from '../../../src/study/plan/Study';
import { WorkerProcess } from '../../../src/study/run/WorkerProcess';
import { temporaryFolder } from '../../setup/runScript';
import { until, workersOf } from '../toys/processes';
import { toyInitializer, toyModel, toyPhotographs, toyStudy } from '../toys/toyStudy';

const files = mkdtempSync(path.join(tmpdir(), 'startgrad-modules-'));
const log = path.join(files, 'loaded.log');
let photographs: string[];
before(async () => void (photographs = await toyPhotographs(files, 2)));
after(() => rm(files, { recursive: true }));

/** A module that a person might bring. */
function brought(name: string, code: string): string {
  const file = path.join(files, name);
  writeFileSync(file, `${code}\n`);
  return file;
}

const study = (changes: Partial<Study>): Study => toyStudy(photographs, { initializers: ['all-ones'], ...changes });
const initializer = (file: string): Study => study({ classifier: 'efficientnet-lite0', initializers: [file] });

test('modules that are what they must be pass, are loaded once however many runs need them, and leave no process', async () => {
  const count = `require('node:fs').appendFileSync(${JSON.stringify(log)}, 'loaded ');`;
  const mine = brought('mine.cjs', `${count} module.exports = require(${JSON.stringify(toyInitializer)});`);
  const jobs = await jobsOf(toyStudy(photographs, { initializers: [mine, 'uniform'], seeds: [1, 2] }));
  await checkModules(jobs);
  assert.equal(readFileSync(log, 'utf8'), 'loaded ');
  await until('no worker is left', () => workersOf(process.pid).length === 0);
});

test('where nothing is brought nothing is started', async (t) => {
  const check = t.mock.method(WorkerProcess.prototype, 'check');
  await checkModules(await jobsOf(study({ classifier: 'efficientnet-lite0' })));
  assert.equal(check.mock.callCount(), 0);
});

test('what is wrong with a module is said with its argument and file', async (t) => {
  const worker = new WorkerProcess();
  t.after(() => {
    worker.stop();
  });
  const [number, nothing, broken] = [
    brought('number.cjs', 'module.exports = 7;'),
    brought('nothing.cjs', ''),
    brought('broken.cjs', "require('./not-there');"),
  ];
  const throws = brought('throws.cjs', "module.exports = () => { throw new Error('no such luck'); };");
  const nameless = brought('nameless.cjs', 'module.exports = () => ({ initialise: () => [] });');
  const shapeless = brought('shapeless.cjs', 'module.exports = () => ({ logits: (x) => x, labels: [] });');
  const shearlets = brought(
    'shearlets.cjs',
    "module.exports = () => ({ name: 'mine', fits: { methods: ['shearletx'] }, initialise: () => [] });",
  );
  const wrong: [Study, string | RegExp][] = [
    [initializer(number), `initializer must export a function that gets the library, got number from ${number}`],
    [initializer(nothing), `initializer must export a function that gets the library, got object from ${nothing}`],
    [initializer(broken), new RegExp(`^initializer must be a module that loads, got ${broken}: .*'./not-there'`)],
    [initializer(throws), `initializer must be made without an error, got one from ${throws}: no such luck`],
    [
      initializer(toyModel),
      `initializer must make an object with a function initialise, got one whose initialise is undefined from ${toyModel}`,
    ],
    [
      initializer(nameless),
      `initializer must make an object with a string name, got one whose name is undefined from ${nameless}`,
    ],
    [initializer(shearlets), 'method must be shearletx for a mask from mine, got pixelmask'],
    [study({ classifier: number }), `model must export a function that gets the library, got number from ${number}`],
    [
      study({ classifier: toyInitializer }),
      `model must make an object with a function logits, got one whose logits is undefined from ${toyInitializer}`,
    ],
    [study({ classifier: shapeless }), `model must make an object with an object inputShape, got one whose inputShape is undefined from ${shapeless}`], // prettier-ignore
    [
      study({ initializers: ['grad-cam'] }),
      'classifier must have features and logitsFromFeatures for a mask from grad-cam, toy has not',
    ],
  ];
  for (const [asked, message] of wrong) {
    const [job] = await jobsOf(asked);
    await assert.rejects(worker.check(job!), { message });
  }
});

test('a wrong module stops a study before its first run', async (t) => {
  const folder = path.join(temporaryFolder(t), 'never');
  const exits = brought('exits.cjs', 'process.exit(3);');
  await assert.rejects(runStudy(study({ initializers: ['all-ones', exits] }), { folder, workers: 1 }), {
    message: `the process that loads ${toyModel} and ${exits} ended with exit code 3`,
  });
  assert.ok(!existsSync(folder));
});
