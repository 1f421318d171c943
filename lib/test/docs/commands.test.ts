import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { uniq } from 'lodash';
import { help as explainHelp, parseOptions as parseExplain } from '../../../scripts/explain/options';
import { help as studyHelp } from '../../../scripts/study/help';
import { parseOptions as parseStudy } from '../../../scripts/study/options';
import { projectPath } from '../../src/project';
import { codeBlocks, guides, guideText } from './guides';

const { scripts } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const ownScripts = ['start', 'test'];

/** The text of a notebook's cells between the code. */
const notebookText = (name: string): string =>
  (
    JSON.parse(readFileSync(projectPath('notebooks', name), 'utf8')) as {
      cells: { cell_type: string; source: string[] }[];
    }
  ).cells
    .filter(({ cell_type: type }) => type === 'markdown')
    .map(({ source }) => source.join(''))
    .join('\n');

/** Commands of npm and npx in blocks of shell code, and in the running text. */
function commandsOf(text: string): string[] {
  const lines = codeBlocks(text, 'sh').flatMap((block) => block.split('\n'));
  const inText = Array.from(text.matchAll(/`((?:npm|npx) [^`]*)`/g), ([, command]) => command!);
  return [...lines, ...inText]
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => /^np[mx] /.test(line));
}

const sources = [
  ...guides.map((guide) => [guide, guideText(guide)] as const),
  ...readdirSync(projectPath('notebooks'))
    .filter((name) => name.endsWith('.ipynb'))
    .map((name) => [name, notebookText(name)] as const),
];

/** @throws if there is no such script, option, value or file */
function check(command: string): void {
  const [program, ...words] = command.split(/\s+/);
  if (program === 'npx') {
    assert.deepEqual(words.slice(0, 1), ['tsx']);
    const file = words.find((word) => word.endsWith('.ts'))!;
    assert.ok(existsSync(projectPath(file)), `there is no ${file}`);
    return;
  }
  const script = words[0] === 'run' ? words[1]! : words[0]!;
  if (words[0] === 'config') return;
  assert.ok(
    script in scripts && (words[0] === 'run' || ownScripts.includes(script)),
    `there is no npm script ${script}`,
  );
  const at = words.indexOf('--');
  const options = at < 0 ? [] : words.slice(at + 1);
  if (script === 'explain' && at >= 0) parseExplain(options);
  if (script === 'study' && at >= 0) parseStudy(options);
  for (const word of options.filter((word) => word.startsWith('examples/')))
    assert.ok(existsSync(projectPath(word)), `there is no ${word}`);
}

describe('every command of the guides and the notebooks', () => {
  for (const [source, text] of sources)
    for (const command of uniq(commandsOf(text))) test(`${source}: ${command}`, () => check(command));
});

test('a command with an unknown script, option, value or file is noticed', () => {
  for (const wrong of [
    'npm run nothing',
    'npm run study -- --nothing 1',
    'npm run explain -- photo.jpg --method nothing',
    'npx tsx --test lib/test/nothing.test.ts',
    'npm run study -- --profile quick --out examples/nothing.js',
  ])
    assert.throws(() => check(wrong), wrong);
});

/** The options that a help text names at the beginning of a line. */
const optionsOf = (help: string): string[] =>
  Array.from(help.matchAll(/^ {2}(--.*?) {2,}|^ {2}(--\w+, --\w+)/gm), ([, one, two]) => (one ?? two)!).flatMap(
    (names) => names.split(', '),
  );

/** The options that a command's parser declares, from its source: node:util tells nobody. */
function declaredIn(file: string): string[] {
  const [, block] = /parseArgs\(\{[^]*?options: \{\n([^]*?)\n {4}\},/.exec(readFileSync(projectPath(file), 'utf8'))!;
  return Array.from(block!.matchAll(/^ {6}(\w+): /gm), ([, name]) => `--${name!}`);
}

for (const [name, help, parse] of [
  ['explain', explainHelp, parseExplain],
  ['study', studyHelp, parseStudy],
] as const)
  test(`the help text of npm run ${name} has every option, and no other`, () => {
    const declared = declaredIn(`scripts/${name}/options.ts`);
    assert.deepEqual(optionsOf(help).sort(), declared.sort());
    assert.throws(() => parse(['--nothing']), /unknown option/i);
    assert.equal(parse(['--help']), null);
  });
