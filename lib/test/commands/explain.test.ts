import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { parseOptions } from '../../../scripts/explain/options';
import { resultNames } from '../../../scripts/explain/resultNames';
import { Explanation } from '../../src/explainers/image/Explanation';
import { projectPath } from '../../src/project';
import * as tf from '../../src/tensorflow/tf';

const chelsea = projectPath('data', 'images', 'chelsea.png');
let folder: string;
before(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'startgrad-explain-'))));
after(() => rm(folder, { recursive: true }));

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as `npm run explain` does, and presses Ctrl-C once standard error has said `stopAt`. */
function explain(line: readonly string[], stopAt?: string): Promise<Outcome> {
  const command = spawn(process.execPath, ['--import', 'tsx', projectPath('scripts', 'explain.ts'), ...line], {
    cwd: projectPath(),
  });
  let [stdout, stderr] = ['', ''];
  command.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  command.stderr.on('data', (chunk: Buffer) => {
    const before = stderr;
    stderr += chunk.toString();
    if (stopAt && stderr.includes(stopAt) && !before.includes(stopAt)) command.kill('SIGINT');
  });
  return new Promise((resolve) => {
    command.on('close', (code) => {
      resolve({ code, stdout, stderr });
    });
  });
}

describe('npm run explain', () => {
  test('writes the picture, the curves, the numbers and the explanation of every photograph', async () => {
    const second = path.join(folder, 'upside down.jpg');
    await sharp(chelsea).rotate(180).jpeg().toFile(second);
    const out = path.join(folder, 'out');
    const options = ['--iterations', '3', '--samples', '2', '--seed', '7', '--init', 'uniform', '--out', out];
    const { code, stdout, stderr } = await explain([chelsea, second, ...options]);
    assert.equal(code, 0, stderr);
    const ends = ['.png', '-curves.svg', '-losses.svg', '.safetensors', '.json'];
    const expected = ['chelsea', 'upside down'].flatMap((name) =>
      ends.map((end) => `${name}-pixelmask-uniform-seed-7-iterations-3-samples-2${end}`),
    );
    assert.deepEqual((await readdir(out)).sort(), [...expected].sort());
    assert.deepEqual(
      stdout.trim().split('\n'),
      expected.map((name) => path.join(out, name)),
    );
    assert.match(stderr, /chelsea\.png: 3 of 3$/m);

    const json = JSON.parse(
      await readFile(path.join(out, 'chelsea-pixelmask-uniform-seed-7-iterations-3-samples-2.json'), 'utf8'),
    ) as Record<string, unknown>;
    const arrays = [
      'cp_pixel',
      'cp_l1',
      'retained_probability',
      'retained_l1',
      'retained_pixel',
      'distortion',
      'sparsity',
      'spatial',
      'loss',
    ];
    for (const name of arrays) assert.equal((json[name] as unknown[]).length, 3, name);
    // a uniform mask keeps half of the picture (method.md 1.7)
    assert.ok(Math.abs((json.retained_pixel as number[])[0]! - 0.5) < 0.005);
    assert.match(json.class as string, /cat/);
    const { photograph, classifier, seed, samples, iterations, init, method, variant } = json;
    assert.deepEqual(
      { photograph, classifier, seed, samples, iterations, init, method, variant },
      {
        photograph: 'chelsea.png',
        classifier: 'efficientnet-lite0',
        seed: 7,
        samples: 2,
        iterations: 3,
        init: 'uniform',
        method: 'pixelmask',
        variant: 'paper',
      },
    );
    assert.equal((json.versions as { node: string }).node, process.versions.node);
    assert.ok((json.seconds as number) > 0 && (json.probability as number) > 0);

    const picture = await sharp(
      path.join(out, 'chelsea-pixelmask-uniform-seed-7-iterations-3-samples-2.png'),
    ).metadata();
    assert.deepEqual([picture.width, picture.height, picture.channels], [224, 224, 3]);
    const explanation = await Explanation.load(
      path.join(out, 'chelsea-pixelmask-uniform-seed-7-iterations-3-samples-2.safetensors'),
    );
    assert.deepEqual(
      explanation.history.map((record) => record.cpPixel),
      json.cp_pixel,
    );
    explanation.dispose();
    assert.equal(tf.memory().numTensors, 0);
  });

  for (const method of ['waveletx', 'shearletx', 'cosinemask'])
    test(`explains in the representation of ${method} too`, async () => {
      const out = path.join(folder, method);
      const options = ['--method', method, '--iterations', '2', '--samples', '2', '--init', 'all-ones', '--out', out];
      const { code, stderr } = await explain([chelsea, ...options]);
      assert.equal(code, 0, stderr);
      const result = path.join(out, `chelsea-${method}-all-ones-iterations-2-samples-2`);
      const json = JSON.parse(await readFile(`${result}.json`, 'utf8')) as Record<string, unknown>;
      assert.equal(json.method, method);
      // all-ones starts with the whole photograph
      for (const score of ['cp_l1', 'cp_pixel']) assert.ok(Math.abs((json[score] as number[])[0]! - 1) < 1e-3, score);
      assert.ok((json.spatial as number[])[0]! > 0);
      assert.deepEqual((await sharp(`${result}.png`).metadata()).height, 224);
      const explanation = await Explanation.load(`${result}.safetensors`);
      assert.ok(explanation.mask.every((scale) => (scale.min().dataSync()[0] ?? -1) >= 0));
      explanation.dispose();
    });

  test('takes a classifier, a method and an initialiser of a person’s own, as a study does', async () => {
    const out = path.join(folder, 'own');
    const [classifier, method, init] = ['my-model.js', 'my-method.js', 'my-initializer.js'].map((file) => projectPath('examples', file)); // prettier-ignore
    const own = ['--classifier', classifier!, '--method', method!, '--init', init!];
    const { code, stderr } = await explain([chelsea, ...own, '--iterations', '2', '--samples', '2', '--out', out]);
    assert.equal(code, 0, stderr);
    const name = 'chelsea-my-method-my-initializer-classifier-my-model-iterations-2-samples-2.json';
    const json = JSON.parse(await readFile(path.join(out, name), 'utf8')) as Record<string, unknown>;
    assert.deepEqual([json.classifier, json.method, json.init], ['my-model', 'haar', 'squared-ranks']);
  });

  test('Ctrl-C stops and keeps what was done', async () => {
    const out = path.join(folder, 'stopped');
    const options = ['--iterations', '1000', '--samples', '1', '--out', out];
    const { code, stdout } = await explain([chelsea, ...options], ': 1 of 1000');
    assert.equal(code, 130);
    assert.match(stdout, /chelsea-pixelmask-startgrad-iterations-1000-samples-1\.json/);
    const json = JSON.parse(
      await readFile(path.join(out, 'chelsea-pixelmask-startgrad-iterations-1000-samples-1.json'), 'utf8'),
    ) as {
      iterations: number;
      loss: number[];
    };
    assert.ok(json.iterations > 0 && json.iterations < 1000, `${json.iterations} iterations`);
    assert.equal(json.loss.length, json.iterations);
  });

  test('a bad photograph or a bad option gives exit code 2, a reason, and no work', async () => {
    const empty = path.join(folder, 'empty.jpg');
    await writeFile(empty, '');
    const copy = path.join(folder, 'good.png');
    await copyFile(chelsea, copy);
    const out = path.join(folder, 'never');
    for (const [line, reason] of [
      [[copy, empty], `${empty}: the file is empty`],
      [[copy, '--target', '1000'], '--target must be an integer from 0 to 999, got 1000'],
      [[copy, '--variant', 'mine'], '--variant must be one of paper, released, got "mine"'],
      [
        [copy, '--method', 'waveletx', '--init', 'grad-cam'],
        'method must be pixelmask for a mask from grad-cam, got waveletx',
      ],
      [[copy, '--classifier', path.join(folder, 'none.js')], 'classifier must be a module that loads'],
    ] as const) {
      const { code, stdout, stderr } = await explain([...line, '--out', out]);
      assert.equal(code, 2, stderr);
      assert.ok(stderr.includes(reason), stderr);
      assert.equal(stdout, '');
    }
    await assert.rejects(readdir(out), { code: 'ENOENT' });
    // where nothing can be written shows before the first iteration, too
    const blocked = path.join(empty, 'results');
    const { code, stdout, stderr } = await explain([copy, '--out', blocked]);
    assert.deepEqual([code, stdout], [2, ''], stderr);
    assert.ok(stderr.includes(`--out must be a file that can be written, got ${blocked}`), stderr);
  });

  test('--help tells every option', async () => {
    const { code, stdout } = await explain(['--help']);
    assert.equal(code, 0);
    for (const option of ['method', 'init', 'iterations', 'samples', 'seed', 'variant', 'classifier', 'target', 'out'])
      assert.ok(stdout.includes(`--${option} `), option);
  });
});

describe('the command line', () => {
  test('has defaults', () => {
    const command = parseOptions(['cat.jpg'])!;
    assert.deepEqual([command.method, command.init], ['pixelmask', 'startgrad']);
    const { photographs, iterations, samples, seed, variant, out } = command;
    assert.deepEqual(
      { photographs, iterations, samples, seed, variant, out },
      { photographs: ['cat.jpg'], iterations: 100, samples: 16, seed: 1, variant: 'paper', out: 'out' },
    );
  });

  test('names what is wrong with an option', () => {
    const wrong: [string[], RegExp][] = [
      [[], /a photograph must be named, got none/],
      [['a.jpg', '--method', 'lime'], /--method must be one of pixelmask, .*got "lime"/],
      [['a.jpg', '--init', 'ones'], /--init must be one of startgrad, all-ones, uniform.*got "ones"/],
      [['a.jpg', '--classifier', 'vgg'], /--classifier must be one of efficientnet-lite0.*got "vgg"/],
      [['a.jpg', '--iterations', '0'], /--iterations must be a positive integer, got "0"/],
      [['a.jpg', '--samples', 'many'], /--samples must be a positive integer, got "many"/],
      [['a.jpg', '--samples', '1.5'], /--samples must be a positive integer, got "1.5"/],
      [['a.jpg', '--seed', '1.5'], /--seed must be an integer, got "1.5"/],
      [['a.jpg', '--colour'], /--colour/],
    ];
    for (const [line, message] of wrong) assert.throws(() => parseOptions(line), message);
  });

  test('names the results after photograph, method and initialiser, and whatever is not the default', () => {
    const nameOf = (...options: string[]) =>
      resultNames(parseOptions(['a/cat.jpg', '--out', 'o', ...options])!).get('a/cat.jpg');
    assert.equal(nameOf(), path.join('o', 'cat-pixelmask-startgrad'));
    assert.equal(nameOf('--variant', 'paper'), nameOf());
    assert.equal(nameOf('--variant', 'released'), path.join('o', 'cat-pixelmask-startgrad-released'));
    const own = ['--classifier', 'a/mine.js', '--method', 'b/lines.cjs', '--init', 'c/half.js'];
    assert.equal(nameOf(...own, '--target', '3'), path.join('o', 'cat-lines-half-classifier-mine-target-3'));
    const changes = [['--seed', '2'], ['--seed', '3'], ['--iterations', '50'], ['--samples', '4'], ['--target', '0'], ['--classifier', 'resnet18']]; // prettier-ignore
    assert.equal(new Set([nameOf(), ...changes.map((change) => nameOf(...change))]).size, changes.length + 1);
  });

  test('refuses photographs that would overwrite each other', () => {
    const command = parseOptions(['a/cat.jpg', 'b/cat.png', '--out', 'o'])!;
    assert.throws(
      () => resultNames(command),
      /a\/cat\.jpg and b\/cat\.png would both be written to o\/cat-pixelmask-startgrad/,
    );
  });
});
