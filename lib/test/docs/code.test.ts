import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import ts from 'typescript';
import { Explanation, runStudy, studiesOf } from '../../src/index';
import { projectPath } from '../../src/project';
import { temporaryFolder } from '../setup/runScript';
import { codeBlocks, guideText, run } from './guides';

const photograph = projectPath('data', 'images', 'chelsea.png');

/** What the code of a guide takes for granted. */
const before: Readonly<Record<string, string>> = {
  'README.md': '',
  'docs/bring-your-own-model.md': '',
  'docs/variants.md':
    "import { ShearletX, type Classifier } from 'startgrad';\ndeclare const classifier: Classifier;\n",
};

/** What TypeScript says of the files of a program that exist only here. */
function complaints(files: ReadonlyMap<string, string>): string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    paths: { startgrad: [projectPath('lib', 'src', 'index.ts')] },
    types: ['node'],
    strict: true,
    esModuleInterop: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (file) => files.has(file) || disk.fileExists(file),
    readFile: (file) => files.get(file) ?? disk.readFile(file),
    getSourceFile: (file, language) =>
      files.has(file) ? ts.createSourceFile(file, files.get(file)!, language) : disk.getSourceFile(file, language),
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].flatMap((file) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map(({ messageText }) => `${path.basename(file)}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`),
  );
}

test('the code of the guides is TypeScript that fits the library', () => {
  const files = new Map(
    Object.entries(before).map(([guide, prelude]) => {
      const blocks = codeBlocks(guideText(guide), 'ts');
      assert.ok(blocks.length > 0, `${guide} has no code`);
      return [projectPath('lib', 'test', 'docs', `${guide.replaceAll(/\W/g, '-')}.ts`), prelude + blocks.join('')];
    }),
  );
  const wrong = [...files.values()][0]!.replace('iterations: 100', "iterations: '100'");
  files.set(projectPath('lib', 'test', 'docs', 'wrong.ts'), wrong);
  assert.deepEqual(complaints(files), ["wrong.ts: Type 'string' is not assignable to type 'number'."]);
});

test("README's screen of code explains a photograph and keeps the explanation", async (t) => {
  const file = path.join(temporaryFolder(t), 'explanation.safetensors');
  const [code, ...others] = codeBlocks(guideText('README.md'), 'ts');
  assert.equal(others.length, 0);
  const replacements = {
    "'photo.jpg'": `'${photograph}'`,
    'iterations: 100': 'iterations: 2, samples: 2',
    'console.log(iteration, cpPixel)': 'seen.push([iteration, cpPixel])',
    "'explanation.safetensors'": `'${file}'`,
  };
  const { explanation, seen } = await run<{ explanation: Explanation; seen: number[][] }>(
    `const seen = [];\n${code!}`,
    replacements,
    '{ explanation, seen }',
  );
  assert.match(explanation.facts.label, /cat/);
  assert.deepEqual(
    seen,
    explanation.history.map(({ iteration, cpPixel }) => [iteration, cpPixel]),
  );
  assert.equal(seen.length, 2);
  assert.deepEqual(explanation.picture.shape, [224, 224, 1]);
  assert.equal(explanation.mask.length, 1);
  assert.deepEqual((await Explanation.load(file)).mask[0]!.dataSync(), explanation.mask[0]!.dataSync());
});

test('the code that writes the pictures of masks as files writes PNG files', async (t) => {
  const folder = temporaryFolder(t);
  const request = { profile: 'smoke', methods: ['pixelmask'], photographs: [photograph], masks: [0] } as const;
  const classifier = projectPath('examples', 'my-model.js');
  await runStudy(studiesOf({ ...request, classifier }), { folder: path.join(folder, 'runs') });
  const [, section] = /^## Pictures and masks\n([^]*?)^## /m.exec(guideText('docs/bring-your-own-model.md'))!;
  const replacements = { "'data/runs'": `'${path.join(folder, 'runs')}'`, '`${run.': `\`${folder}/\${run.` };
  await run(codeBlocks(section!, 'ts').join(''), replacements, 'undefined');
  const pictures = (await readdir(folder)).filter((name) => name.endsWith('.png'));
  assert.deepEqual(
    pictures.sort(),
    ['all-ones', 'startgrad', 'uniform'].map((start) => `chelsea.png-pixelmask-${start}-0.png`),
  );
  for (const picture of pictures) assert.equal((await sharp(path.join(folder, picture)).metadata()).format, 'png');
});
