import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as library from '../../src/index';
import { projectPath } from '../../src/project';

/** The guides that hold code or commands. */
export const guides = [
  'README.md',
  'CONTRIBUTING.md',
  'environment.md',
  'docs/bring-your-own-model.md',
  'docs/variants.md',
  'data/README.md',
  'figures/README.md',
  'bench/README.md',
] as const;

export const guideText = (guide: string): string => fs.readFileSync(projectPath(guide), 'utf8');

/** The blocks of code in a guide, or in a part of it, by the name of their language. */
export const codeBlocks = (text: string, language: string): string[] =>
  Array.from(text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm')), ([, code]) => code!);

/**
 * Runs TypeScript of a guide that needs no types.
 *
 * @param replacements other texts than the guide's: places, and smaller work
 * @param result an expression of what the code has made
 */
export async function run<T>(code: string, replacements: Readonly<Record<string, string>>, result: string): Promise<T> {
  let body = code.replace(/^import (\{.*\}) from '(.*)';$/gm, "const $1 = modules['$2'];");
  for (const [written, meant] of Object.entries(replacements)) {
    assert.ok(body.includes(written), `the guide's code must have ${written}`);
    body = body.replaceAll(written, meant);
  }
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the code is the guide's
  const made = new Function('modules', `return (async () => {\n${body}\nreturn ${result};\n})();`);
  return (made as (given: object) => Promise<T>)({ startgrad: library, 'node:fs': fs });
}

/** The cells of the first table whose header fits. */
export function tableAfter(text: string, header: RegExp): string[][] {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => header.test(line));
  assert.ok(first >= 0, `no table begins with ${header}`);
  const rows = lines.slice(first + 2);
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith('|')),
    )
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
