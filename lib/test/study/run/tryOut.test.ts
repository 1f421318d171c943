import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { tryOut } from '../../../src/study/run/tryOut';
import { compareStarts } from '../../../src/analysis/align/compareStarts';
import { runName } from '../../../src/study/plan/Run';
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
  await tryOut(jobs);
  assert.equal(readFileSync(log, 'utf8'), 'loaded ');
  await until('no worker is left', () => workersOf(process.pid).length === 0);
});

test('where nothing is brought nothing is started', async (t) => {
  const check = t.mock.method(WorkerProcess.prototype, 'check');
  await tryOut(await jobsOf(study({ classifier: 'efficientnet-lite0' })));
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
    [
      study({ classifier: number }),
      `classifier must export a function that gets the library, got number from ${number}`,
    ],
    [
      study({ classifier: toyInitializer }),
      `classifier must make an object with a function logits, got one whose logits is undefined from ${toyInitializer}`,
    ],
    [study({ classifier: shapeless }), `classifier must make an object with an object inputShape, got one whose inputShape is undefined from ${shapeless}`], // prettier-ignore
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

test('an initialiser is tried on the first photograph: what it returns must be a mask', async () => {
  const returns = async (what: string, message: RegExp): Promise<void> => {
    const file = brought('returns.cjs', `module.exports = ({ tf }) => ({ name: 'mine', initialise: () => ${what} });`);
    await assert.rejects(tryOut(await jobsOf(study({ initializers: [file] }))), { message });
  };
  await returns(
    'undefined',
    /^the mask of mine must be a list of tensors, got undefined \(tried with .*model\.cjs and .*returns\.cjs\)$/,
  );
  await returns('[1]', /^the mask of mine must be a list of tensors, got a list of number \(tried with /);
  await returns(
    '[tf.ones([2, 2])]',
    /^the mask of mine must have the shape \[1, 32, 32, 1\], got \[2, 2\] \(tried with /,
  );
});

test('a method of a person’s own is loaded, tried and performed, and its module is part of the key', async (t) => {
  const code = (waveletName: string): string => `module.exports = ({ defineMethod, wavelets }) =>
    defineMethod('mine', (shape) => wavelets(shape, { wavelet: '${waveletName}', levels: 2 }), { spatialWeight: 0 });`;
  const method = brought('mine.cjs', code('db1'));
  const own = toyStudy(photographs, { methods: [method, 'pixelmask'], initializers: ['startgrad', 'all-ones'] });
  const folder = temporaryFolder(t);
  const { finished, failed, unfit } = await runStudy(own, { folder, workers: 1 });
  assert.deepEqual([failed, unfit, finished.length], [[], [], 8]);
  const { run, result } = finished[0]!;
  assert.equal(run.method.name, 'mine.cjs');
  assert.match(run.method.sha256!, /^[0-9a-f]{64}$/);
  assert.equal(result.options.spatialWeight, 0);
  const { methods } = compareStarts(finished, ['startgrad', 'all-ones']);
  assert.deepEqual(methods.map(({ method: name }) => name), ['pixelmask', 'mine.cjs']); // prettier-ignore

  writeFileSync(method, code('db2'));
  const [changed] = await jobsOf(own);
  assert.notEqual(runName(changed!.run), runName(run));
  const bad = brought(
    'bad.cjs',
    "module.exports = ({ defineMethod }) => defineMethod('bad', () => null, { colour: 1 });",
  );
  await assert.rejects(runStudy({ ...own, methods: [bad] }, { folder, workers: 1 }), { message: /^method must be made without an error, got one from .*bad\.cjs: options must have no keys but sparsityWeight, .*, got colour$/ }); // prettier-ignore
  await assert.rejects(runStudy({ ...own, methods: [toyModel] }, { folder, workers: 1 }), { message: `method must make an object with a function representation, got one whose representation is undefined from ${toyModel}` }); // prettier-ignore
});

test('a method that does not work on the classifier’s images is left out and named; where all are it is an error', async (t) => {
  const mixed = study({ methods: ['shearletx', 'pixelmask'] });
  const { unfit, finished } = await runStudy(mixed, { folder: temporaryFolder(t), workers: 1 });
  assert.deepEqual(unfit, [
    {
      method: 'shearletx',
      message: 'method must fit the images of toy, got shearletx: size must be an even number from 64, got 32',
    },
  ]);
  assert.equal(finished.length, 2);
  const only = study({ methods: ['shearletx'] });
  await assert.rejects(tryOut(await jobsOf(only)), { name: 'UnfitError', message: unfit[0]!.message });
});

test('a module that is never ready is told of, and given up after a limit', async () => {
  const never = brought('never.cjs', 'module.exports = () => new Promise(() => setInterval(() => {}, 1000));');
  const told: unknown[] = [];
  const patience = { notice: 0.05, limit: 2 };
  await assert.rejects(
    tryOut(await jobsOf(study({ classifier: never })), { patience, onWait: (modules) => told.push(modules) }),
    { message: `${never} must be ready within 2 s, and still is not` },
  );
  assert.deepEqual(told, [[never]]);
  await until('no worker is left', () => workersOf(process.pid).length === 0);
});

test('a wrong module stops a study before its first run', async (t) => {
  const folder = path.join(temporaryFolder(t), 'never');
  const exits = brought('exits.cjs', 'process.exit(3);');
  await assert.rejects(runStudy(study({ initializers: ['all-ones', exits] }), { folder, workers: 1 }), {
    message: `the process that loads ${toyModel} and ${exits} ended with exit code 3`,
  });
  assert.ok(!existsSync(folder));
});
