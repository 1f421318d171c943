import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { appendFile, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { jobsOf } from '../../../src/study/plan/jobsOf';
import { revision } from '../../../src/study/plan/revision';
import { runName, type Run } from '../../../src/study/plan/Run';
import type { Study } from '../../../src/study/plan/Study';
import { versions } from '../../../src/versions';
import { toyRun } from '../toys/toyRun';
import { toyInitializer, toyModel, toyPhotographs, toyStudy } from '../toys/toyStudy';

const folder = mkdtempSync(path.join(tmpdir(), 'startgrad-jobs-'));
let photographs: string[];
before(async () => void (photographs = await toyPhotographs(folder, 2)));
after(() => rm(folder, { recursive: true }));

const study = (changes: Partial<Study> = {}): Study => toyStudy([photographs[0]!], changes);
const onlyRun = async (changes: Partial<Study> = {}): Promise<Run> => (await jobsOf(study(changes)))[0]!.run;
const nameOf = async (changes: Partial<Study> = {}): Promise<string> => runName(await onlyRun(changes));

test('a run holds all that determines its result, and the job says where the files lie', async () => {
  const [job] = await jobsOf(study({ conditions: [{ sparsityWeight: 2 }], faithfulness: [0, 3], masks: [3] }));
  const { subject, classifier, initializer, ...rest } = job!.run;
  assert.deepEqual(rest, {
    revision,
    tensorflow: versions().tensorflow,
    sharp: versions().sharp,
    method: { name: 'pixelmask' },
    variant: 'paper',
    options: { sparsityWeight: 2 },
    iterations: 3,
    samples: 2,
    seed: 1,
    faithfulness: [0, 3],
    pictures: [],
    masks: [3],
  });
  assert.equal(subject.kind, 'photograph');
  for (const [source, name] of [
    [subject, 'toy0.png'],
    [classifier, 'model.cjs'],
    [initializer, 'initializer.cjs'],
  ] as const) {
    assert.equal(source.name, name);
    assert.match(source.sha256!, /^[0-9a-f]{64}$/);
  }
  assert.deepEqual(
    [job!.files.subject, job!.files.classifier, job!.files.initializer],
    [path.resolve(photographs[0]!), toyModel, toyInitializer],
  );
});

test('every part of a run changes its name', async () => {
  const changes: Partial<Study>[] = [
    {},
    { subjects: [photographs[1]!] },
    { classifier: 'efficientnet-lite0' },
    { methods: ['waveletx'] },
    { initializers: ['all-ones'] },
    { initializers: ['uniform'] },
    { conditions: [{ variant: 'released' }] },
    { conditions: [{ sparsityWeight: 2 }] },
    { conditions: [{ bins: 10 }] },
    { seeds: [2] },
    { iterations: 4 },
    { samples: 3 },
    { faithfulness: [0] },
    { pictures: [0] },
    { masks: [0] },
  ];
  const names = await Promise.all(changes.map(nameOf));
  assert.equal(new Set(names).size, changes.length);
  const fields = new Set(Object.keys(await onlyRun()));
  assert.equal(fields.size, 15, 'a new field wants a line above');
});

test('the library, TensorFlow, sharp and the weights change the name too', () => {
  const runs = [
    {},
    { revision: 2 },
    { tensorflow: '2.9.2' },
    { sharp: '0.35.6' },
    { classifier: { name: 'toy', sha256: 'ce' } },
    { initializer: { name: 'all-ones', sha256: 'ef' } },
  ];
  assert.equal(new Set(runs.map((change) => runName(toyRun(change)))).size, runs.length);
});

test('where a file lies does not change the name, what is in it does', async () => {
  const elsewhere = path.join(folder, 'elsewhere');
  await mkdir(elsewhere);
  const moved = async (file: string): Promise<string> => {
    const copy = path.join(elsewhere, path.basename(file));
    await copyFile(file, copy);
    return copy;
  };
  const [photograph, classifier, initializer] = [
    await moved(photographs[0]!),
    await moved(toyModel),
    await moved(toyInitializer),
  ];
  const changes = { subjects: [photograph], classifier, initializers: [initializer] };
  assert.equal(await nameOf(changes), await nameOf());
  const relative = path.relative(process.cwd(), photograph);
  assert.equal(await nameOf({ ...changes, subjects: [relative] }), await nameOf(), 'nor does how the path is written');
  const names = [await nameOf()];
  for (const file of [photograph, classifier, initializer]) {
    await appendFile(file, '\n');
    names.push(await nameOf(changes));
  }
  assert.equal(new Set(names).size, 4);
});

test('the order in which options are written does not change the name', async () => {
  const one = { conditions: [{ sparsityWeight: 2, clampImage: true }] };
  const other = { conditions: [{ clampImage: true, sparsityWeight: 2 }] };
  assert.equal(await nameOf(one), await nameOf(other));
});

test('jobs go photograph by photograph, then seed, condition, method, initialiser', async () => {
  const jobs = await jobsOf(
    toyStudy(photographs, {
      seeds: [2, 1],
      conditions: [{}, { variant: 'released' }],
      methods: ['waveletx', 'pixelmask'],
      initializers: ['uniform', 'all-ones'],
    }),
  );
  const expected = ['toy0.png', 'toy1.png'].flatMap((photograph) =>
    [2, 1].flatMap((seed) =>
      ['paper', 'released'].flatMap((variant) =>
        ['waveletx', 'pixelmask'].flatMap((method) =>
          ['uniform', 'all-ones'].map((initializer) => [photograph, seed, variant, method, initializer]),
        ),
      ),
    ),
  );
  assert.deepEqual(
    jobs.map(({ run }) => [run.subject.name, run.seed, run.variant, run.method.name, run.initializer.name]),
    expected,
  );
});

test('what is not allowed is said before any run, with its name, its value and what is', async () => {
  const [missing, text] = [path.join(folder, 'missing.png'), path.join(folder, 'text.png')];
  await writeFile(text, 'no picture');
  const known = 'pixelmask, waveletx, shearletx, cosinemask';
  const wrong: [Partial<Study>, string | RegExp][] = [
    [{ photographs: [] } as object, /^study must have no keys but kind, subjects, .*, got photographs/],
    [{ kind: 'poem' }, 'kind must be one of photograph, got "poem"'],
    [{ subjects: 'cat.jpg' as never }, 'subjects must be a list, got "cat.jpg"'],
    [{ methods: ['lime'] }, `method must be one of ${known}, got "lime"`],
    [{ initializers: ['ones'] }, /^initializer must be one of startgrad, all-ones, uniform, .*, got "ones"$/],
    [{ classifier: 'vgg' }, 'classifier must be one of efficientnet-lite0, resnet18, got "vgg"'],
    [{ conditions: [{ variant: 'mine' as 'paper' }] }, 'variant must be one of paper, released, got "mine"'],
    [{ conditions: [{ sparsityWeight: -1 }] }, /^sparsityWeight must be .*, got -1$/],
    [{ conditions: [{ colour: 1 } as object] }, /^options must have no keys but sparsityWeight, .*, got colour$/],
    [{ subjects: [] }, 'subjects must hold at least one entry, got none'],
    [{ methods: [] }, 'methods must hold at least one entry, got none'],
    [{ initializers: [] }, 'initializers must hold at least one entry, got none'],
    [{ conditions: [] }, 'conditions must hold at least one entry, got none'],
    [{ seeds: [] }, 'seeds must hold at least one entry, got none'],
    [{ seeds: [1, 1.5] }, 'seeds must be integers, got 1.5'],
    [{ iterations: 0 }, 'iterations must be a positive integer, got 0'],
    [{ samples: 1.5 }, 'samples must be a positive integer, got 1.5'],
    [{ faithfulness: [0, 4] }, 'faithfulness must be numbers of updates from 0 to 3, got 4'],
    [{ pictures: [-1] }, 'pictures must be numbers of updates from 0 to 3, got -1'],
    [{ masks: [0.5] }, 'masks must be numbers of updates from 0 to 3, got 0.5'],
    [
      { initializers: ['uniform', 'grad-cam'], methods: ['pixelmask', 'waveletx'] },
      'method must be pixelmask for a mask from grad-cam, got waveletx',
    ],
    [
      { initializers: ['startgrad-shared'], methods: ['shearletx'] },
      'sharedMask must be true for a mask from startgrad-shared, got false',
    ],
    [{ subjects: [missing] }, new RegExp(`^${missing}: `)],
    [{ subjects: [text] }, new RegExp(`^${text}: `)],
    [
      { classifier: './missing.js' },
      "classifier must be a module that can be read, got ./missing.js: ENOENT: no such file or directory, open './missing.js'",
    ],
    [
      { initializers: ['./missing.js'] },
      "initializer must be a module that can be read, got ./missing.js: ENOENT: no such file or directory, open './missing.js'",
    ],
  ];
  for (const [changes, message] of wrong) await assert.rejects(jobsOf(study(changes)), { message });
});

test('initialisers that fit only some methods or options are allowed with these', async () => {
  const conditions = [{ sharedMask: true }];
  const shared = await jobsOf(study({ initializers: ['startgrad-shared'], methods: ['shearletx'], conditions }));
  const attribution = await jobsOf(study({ initializers: ['grad-cam'] }));
  assert.deepEqual([shared.length, attribution.length], [1, 1]);
});
