import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { jobsOf } from '../../../src/study/plan/jobsOf';
import { jobsOfStudies } from '../../../src/study/plan/jobsOfStudies';
import { photographsOf } from '../../../src/study/subjects/photographsOf';
import { runName } from '../../../src/study/plan/Run';
import { studies, studySizes } from '../../../src/study/plan/studies';
import { studiesOf } from '../../../src/study/plan/studiesOf';
import { temporaryFolder } from '../../setup/runScript';
import { toyInitializer, toyModel, toyPhotographs } from '../toys/toyStudy';

const photographs = ['cat.jpg'];

test('a named study at a profile has what was asked for, and its own of all else', () => {
  const [comparison] = studiesOf({ profile: 'quick', photographs, initializers: ['mine.js'] });
  assert.deepEqual(comparison, {
    subjects: photographs,
    classifier: 'efficientnet-lite0',
    methods: ['pixelmask', 'waveletx', 'shearletx'],
    initializers: ['startgrad', 'all-ones', 'uniform', 'mine.js'],
    conditions: [{}],
    seeds: [1],
    iterations: 50,
    samples: 4,
    faithfulness: [0, 5, 10, 50],
  });
  const asked = { methods: ['waveletx'], seeds: [3, 4], iterations: 7, samples: 2, pictures: [0], masks: [7] };
  const [changed] = studiesOf({ ...asked, profile: 'quick', photographs, classifier: 'my.js', variant: 'released' });
  assert.deepEqual(changed, {
    ...comparison,
    ...asked,
    classifier: 'my.js',
    initializers: ['startgrad', 'all-ones', 'uniform'],
    conditions: [{ variant: 'released' }],
    faithfulness: [0, 5],
  });
});

test("the paper's protocol has the paper's classifier, noise samples and iterations", () => {
  const [full] = studiesOf({ profile: 'full', photographs });
  assert.deepEqual([full!.classifier, full!.samples, full!.iterations], ['resnet18', 16, 300]);
});

test('pictures are those of the study where none are asked for, and only after updates that it has', () => {
  const picturesOf = (changes: object): unknown =>
    studiesOf({ study: 'pictures', profile: 'quick', photographs, ...changes }).map(({ pictures }) => pictures);
  assert.deepEqual(picturesOf({}), [studySizes.quick.pictures]);
  assert.deepEqual(picturesOf({ iterations: 25 }), [[10, 25]]);
  assert.deepEqual(picturesOf({ pictures: [3] }), [[3]]);
});

test('a study that is not known is refused, and a variant by every study that sets options itself', () => {
  assert.throws(() => studiesOf({ study: 'mine', photographs }), /^RangeError: study must be one of comparison, .*got "mine"$/); // prettier-ignore
  const refuses = ({ name: study }: { name: string }): boolean => {
    try {
      return studiesOf({ study, photographs, variant: 'released' }).length === 0;
    } catch (error) {
      assert.equal((error as Error).message, `variant must be left out where study is ${study}, which sets itself what a variant would, got released`); // prettier-ignore
      return true;
    }
  };
  assert.deepEqual(studies.filter(refuses).map(({ name }) => name), ['mask-size', 'normalised-gradient']); // prettier-ignore
});

test('the runs of several studies come once, photograph by photograph', async (t) => {
  const files = await toyPhotographs(temporaryFolder(t), 2);
  const request = { profile: 'smoke', photographs: [...files].reverse(), classifier: toyModel } as const;
  const comparison = studiesOf({ ...request, methods: ['pixelmask'], initializers: [toyInitializer, 'uniform'] });
  const baselines = studiesOf({ ...request, study: 'baselines' });
  const jobs = await jobsOfStudies([...comparison, ...baselines, ...comparison]);
  const names = jobs.map(({ run }) => runName(run));
  assert.equal(new Set(names).size, names.length);
  const parts = await Promise.all([...comparison, ...baselines].map(jobsOf));
  assert.deepEqual(new Set(names), new Set(parts.flat().map(({ run }) => runName(run))));
  assert.equal(jobs.length, 2 * (4 + 4));
  assert.deepEqual(jobs.map(({ files }) => files.subject), [1, 0].flatMap((which) => Array<string>(8).fill(files[which]!))); // prettier-ignore
});

test('photographs are chosen by their place in the order of names', async (t) => {
  const folder = temporaryFolder(t);
  const [toy] = await toyPhotographs(folder, 1);
  for (const name of ['d.png', 'a.png', 'c.webp', 'b.jpeg', 'notes.txt', '._a.png', '.b.jpg', '.png'])
    await writeFile(path.join(folder, name), '');
  for (const name of ['folder.png', '.hidden.jpg']) await mkdir(path.join(folder, name));
  const chosen = async (options?: Parameters<typeof photographsOf>[1]): Promise<string[]> =>
    (await photographsOf(folder, options)).map((file) => path.relative(folder, file));
  assert.deepEqual(await chosen(), ['a.png', 'b.jpeg', 'c.webp', 'd.png', 'toy0.png']);
  assert.deepEqual(await chosen({ every: 2 }), ['a.png', 'c.webp', 'toy0.png']);
  assert.deepEqual(await chosen({ every: 2, from: 1 }), ['b.jpeg', 'd.png']);
  assert.deepEqual(await photographsOf(toy!, { from: 3 }), [toy], 'a photograph is itself');

  await assert.rejects(chosen({ from: 5 }), { message: `images must be a folder with photographs (.jpg, .png, .webp), found none in ${folder}` }); // prettier-ignore
  await assert.rejects(chosen({ from: -1 }), { message: 'from must be a number of at least 0, got -1' });
  await assert.rejects(chosen({ evry: 2 } as object), { message: 'options must have no keys but every, from, got evry: is every meant?' }); // prettier-ignore
  await assert.rejects(chosen({ every: 0 }), { message: 'every must be a positive integer, got 0' });
  const absent = path.join(folder, 'absent');
  await assert.rejects(photographsOf(absent), ({ message }: Error) =>
    message.startsWith(`images must be a folder or a photograph, got ${absent}: ENOENT`),
  );
});
