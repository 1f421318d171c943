import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { copyFile, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import '../../src/tensorflow/danfo'; // sets TensorFlow up before danfojs loads it
import { readCSV } from 'danfojs-node';
import { uniq } from 'lodash';
import sharp from 'sharp';
import { checkFile } from '../../../scripts/checkFile';
import { parseOptions } from '../../../scripts/study/options';
import { projectPath } from '../../src/project';
import { jobsOf } from '../../src/study/plan/jobsOf';
import { ResultFolder } from '../../src/study/store/ResultFolder';
import { runName } from '../../src/study/plan/Run';
import { studiesOf } from '../../src/study/plan/studiesOf';
import { ended, temporaryFolder } from '../setup/runScript';
import { isGone, until, workersOf } from '../study/toys/processes';

const model = projectPath('examples', 'my-model.js');
const initializer = projectPath('examples', 'my-initializer.js');
const images = mkdtempSync(path.join(tmpdir(), 'startgrad-study-images-'));
before(async () => {
  await copyFile(projectPath('data', 'images', 'chelsea.png'), path.join(images, 'cat, small.png'));
  await copyFile(projectPath('data', 'images', 'rocket.jpg'), path.join(images, 'rocket.JPG'));
});
after(() => rm(images, { recursive: true }));

/** Starts the command as `npm run study` does, at the head of a process group like a terminal's. */
function startStudy(...line: string[]): ChildProcess {
  const script = projectPath('scripts', 'study.ts');
  return spawn(process.execPath, ['--import', 'tsx', script, ...line], { cwd: projectPath(), detached: true });
}

const resultsIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.json')).sort();

describe('npm run study', () => {
  test("compares a person's own model and initialiser with the library's, in one CSV file", async (t) => {
    const folder = temporaryFolder(t);
    const [results, out] = [path.join(folder, 'results'), path.join(folder, 'results.csv')];
    const own = ['--classifier', model, '--init', initializer];
    const where = ['--images', images, '--folder', results, '--out', out];
    const twice = ['--seed', '1', '--seed', '1', '--init', 'uniform', '--images', path.join(images, 'rocket.JPG')];
    const { code, stdout, stderr } = await ended(
      startStudy('--profile', 'smoke', ...own, ...where, ...twice, '--seed', '2', '--method', 'pixelmask'),
    );
    assert.equal(code, 0, stderr);
    assert.equal(stdout.trim(), out);
    assert.match(stderr, /16 runs, iterations: 48 of 48$/m);

    const table = await readCSV(out);
    assert.deepEqual(table.columns.slice(0, 10), [
      'kind',
      'subject',
      'label',
      'probability',
      'classifier',
      'method',
      'variant',
      'initializer',
      'seed',
      'samples',
    ]);
    for (const column of ['iteration', 'loss', 'distortion', 'sparsity', 'retainedProbability', 'cpL1', 'cpPixel'])
      assert.ok(table.columns.includes(column), column);
    assert.equal(
      table.shape[0],
      2 * 2 * 4 * 4,
      'photographs x seeds x initialisers x (iterations and what they end with)',
    );
    const valuesOf = (column: string): unknown[] => uniq(table.column(column).values as unknown[]);
    assert.deepEqual(valuesOf('subject'), ['cat, small.png', 'rocket.JPG']);
    assert.deepEqual(valuesOf('initializer'), ['startgrad', 'all-ones', 'uniform', 'my-initializer.js']);
    assert.deepEqual(valuesOf('classifier'), ['my-model.js']);
    assert.deepEqual(valuesOf('iteration'), [0, 1, 2, 3]);
    assert.deepEqual([valuesOf('seed'), valuesOf('samples')], [[1, 2], [2]]);
    for (const label of valuesOf('label')) assert.ok(['cat', 'dog', 'bird'].includes(label as string));
    assert.equal((await resultsIn(results)).length, 16);
  });

  test('ctrl-C stops it with all its workers, and started again it goes on', async (t) => {
    const folder = temporaryFolder(t);
    const line = ['--images', path.join(images, 'rocket.JPG'), '--classifier', model, '--method', 'pixelmask'];
    const study = (): ChildProcess =>
      startStudy(...line, '--iterations', '80', '--samples', '4', '--folder', folder, '--workers', '1');
    const command = study();
    const outcome = ended(command);
    await until('the first result', async () => (await resultsIn(folder)).length > 0);
    const workers = workersOf(command.pid!);
    assert.equal(workers.length, 1);
    process.kill(-command.pid!, 'SIGINT'); // a terminal tells the whole group
    const { code, stderr } = await outcome;
    assert.equal(code, 130, stderr);
    const kept = await resultsIn(folder);
    assert.ok(kept.length < 3, `${kept.length} of 3 runs`);
    assert.match(stderr, new RegExp(`^stopped; ${kept.length} of 3 runs are kept in ${folder}$`, 'm'));
    await until('the worker ends', () => isGone(workers[0]!));
    assert.deepEqual(await readdir(path.join(folder, 'claims')), []);

    const { mtimeMs } = await stat(path.join(folder, kept[0]!));
    const again = await ended(study());
    assert.equal(again.code, 0, again.stderr);
    assert.equal((await resultsIn(folder)).length, 3);
    assert.equal((await stat(path.join(folder, kept[0]!))).mtimeMs, mtimeMs, 'what was kept is not computed again');
    assert.match(again.stderr, /3 runs, iterations: 240 of 240$/m);
  });

  test('wrong use gives exit code 2, a reason, and no work', async (t) => {
    const folder = path.join(temporaryFolder(t), 'never');
    for (const [line, reason] of [
      [
        ['--images', images, '--out', images],
        `--out must be a file that can be written, got ${images}: it is a folder\n`,
      ],
      [
        // the example's model is no initialiser
        ['--images', images, '--classifier', model, '--init', model],
        `initializer must make an object with a function initialise, got one whose initialise is undefined from ${model}\n`,
      ],
      [
        ['--images', images, '--study', 'mask-size', '--variant', 'released'],
        'variant must be left out where study is mask-size, which sets itself what a variant would, got released\n',
      ],
    ] as const) {
      const { code, stdout, stderr } = await ended(startStudy(...line, '--folder', folder));
      assert.equal(code, 2, stderr);
      assert.ok(stderr.endsWith(reason), stderr);
      assert.equal(stdout, '');
    }
    await assert.rejects(readdir(folder), { code: 'ENOENT' });
  });

  test('a run that fails gives exit code 1 and its reason, and the others are kept', async (t) => {
    const folder = temporaryFolder(t);
    const line = ['--images', path.join(images, 'rocket.JPG'), '--classifier', model, '--method', 'pixelmask'];
    const fails = path.join(folder, 'fails.cjs');
    // where it is tried it works, and later it does not
    const tried = JSON.stringify(path.join(folder, 'tried'));
    await writeFile(
      fails,
      `const fs = require('node:fs');
      module.exports = ({ tf }) => ({ name: 'fails', initialise: ({ shapes }) => {
        if (fs.existsSync(${tried})) throw Error('no luck');
        fs.writeFileSync(${tried}, '');
        return shapes.map((shape) => tf.ones(shape));
      } });`,
    );
    const { code, stderr } = await ended(
      startStudy(...line, '--init', fails, '--profile', 'smoke', '--folder', folder, '--workers', '1'),
    );
    assert.equal(code, 1, stderr);
    assert.match(stderr, /^rocket-pixelmask-fails-\w{16} failed: no luck$/m);
    assert.equal((await resultsIn(folder)).length, 3);
  });

  test('pictures and masks are stored when asked for, and say for whom a study waits', async (t) => {
    const folder = temporaryFolder(t);
    const line = ['--images', path.join(images, 'rocket.JPG'), '--classifier', model, '--method', 'pixelmask', '--profile', 'smoke']; // prettier-ignore
    const looks = ['--pictures', '3,0', '--masks', '2'];
    const { request, images: photographs } = parseOptions([...line, ...looks])!;
    const [job] = await jobsOf(studiesOf({ ...request, photographs })[0]!);
    const claims = path.join(folder, 'claims');
    const claim = path.join(claims, `${runName(job!.run)}.1`);
    await mkdir(claims);
    await writeFile(claim, JSON.stringify({ host: 'elsewhere', pid: 1234, start: null }));
    const command = startStudy(...line, ...looks, '--folder', folder);
    const outcome = ended(command);
    let said = '';
    command.stderr!.on('data', (text: Buffer) => (said += text.toString()));
    await until('it says for whom it waits', () =>
      said.includes('\nwaiting for 1 run that process 1234 on host elsewhere performs\n'),
    );
    await rm(claim);
    const { code, stderr } = await outcome;
    assert.equal(code, 0, stderr);

    const all = await new ResultFolder(folder).readAll();
    assert.equal(all.length, 3);
    for (const { result } of all) {
      const { pictures, masks } = result;
      assert.deepEqual([pictures, masks].map((list) => list.map(({ iteration }) => iteration)), [[0, 3], [2]]); // prettier-ignore
      for (const { uri } of [...pictures, ...masks]) {
        const { format, width } = await sharp(Buffer.from(uri.split(',')[1]!, 'base64')).metadata();
        assert.deepEqual([format, width], ['png', 64]);
      }
    }
  });

  test('--help tells every option', async () => {
    const { code, stdout } = await ended(startStudy('--help'));
    assert.equal(code, 0);
    const options =
      'study profile images every from classifier init method variant seed iterations samples pictures masks workers folder out help';
    for (const option of options.split(' ')) assert.match(stdout, new RegExp(`--${option}\\b`), option);
  });
});

describe('the command line of studies', () => {
  test('has defaults', () => {
    const { request, images: places, every, from, folder, workers, out } = parseOptions([])!;
    assert.deepEqual(
      [places, every, from, folder, workers, out],
      [[projectPath('data', 'images')], 1, 0, projectPath('data', 'runs'), undefined, undefined],
    );
    const [asked, usual] = [request, {}].map((own) => studiesOf({ ...own, photographs: places }));
    assert.deepEqual(asked, usual, "all else is the library's");
  });

  test('names what is wrong with an option', () => {
    const wrong: [string[], RegExp][] = [
      [['--study', 'mine'], /^--study must be one of comparison, .*got "mine"$/],
      [['--profile', 'huge'], /^--profile must be one of smoke, quick, reference, full, got "huge"$/],
      [['--profile', 'full'], /^--images must be a folder with ImageNet's photographs at profile full, got none$/],
      [['--method', 'lime'], /^--method must be one of pixelmask, .*got "lime"$/],
      [['--variant', 'mine'], /^--variant must be one of paper, released, got "mine"$/],
      [['--iterations', '0'], /^--iterations must be a positive integer, got "0"$/],
      [['--samples', '1.5'], /^--samples must be a positive integer, got "1.5"$/],
      [['--workers', 'all'], /^--workers must be a positive integer, got "all"$/],
      [['--pictures', '0,ten'], /^--pictures must be an integer of at least 0, got "ten"$/],
      [['--masks', ''], /^--masks must be an integer of at least 0, got ""$/],
      [['--masks=-1'], /^--masks must be an integer of at least 0, got "-1"$/],
      [['--seed', '1.5'], /^--seed must be an integer, got "1.5"$/],
      [['--every', '0'], /^--every must be a positive integer, got "0"$/],
      [['--from', 'x'], /^--from must be an integer of at least 0, got "x"$/],
      [['--from=-1'], /^--from must be an integer of at least 0, got "-1"$/],
      [['--colour'], /--colour/],
      [['cat.jpg'], /cat\.jpg/],
    ];
    for (const [line, message] of wrong) assert.throws(() => parseOptions(line), { message });
  });

  test('a method that the initialisers of a study do not fit is refused before any run', async () => {
    const { request } = parseOptions(['--study', 'baselines', '--method', 'waveletx', '--classifier', model])!;
    const [baselines] = studiesOf({ ...request, photographs: [path.join(images, 'rocket.JPG')] });
    await assert.rejects(jobsOf(baselines!), {
      message: 'method must be pixelmask for a mask from integrated-gradients, got waveletx',
    });
  });

  test('where results shall go is tried', async (t) => {
    const folder = temporaryFolder(t);
    const file = path.join(folder, 'new', 'results.csv');
    await checkFile('--out', file);
    assert.deepEqual(await readdir(path.dirname(file)), [], 'and nothing is left there');
    await writeFile(file, '');
    await checkFile('--out', file);
    const refused = async (place: string, reason: RegExp): Promise<void> =>
      assert.rejects(checkFile('--out', place), ({ message }: Error) => {
        assert.ok(message.startsWith(`--out must be a file that can be written, got ${place}: `), message);
        assert.match(message, reason);
        return true;
      });
    await refused(folder, /it is a folder$/);
    await refused(path.join(folder, 'absent') + path.sep, /ENOENT/);
    await refused(path.join(file, 'results.csv'), /ENOTDIR|EEXIST/);
    await refused(path.join(folder, 'x'.repeat(300)), /ENAMETOOLONG/);
  });
});
