import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { projectPath } from '../../src/project';

interface Cell {
  readonly cell_type: string;
  readonly source: readonly string[];
}

/** The paragraphs of a notebook's text; tables, pictures and formulas are none. */
function paragraphs(notebook: string): string[] {
  const { cells } = JSON.parse(readFileSync(notebook, 'utf8')) as { cells: readonly Cell[] };
  return cells
    .filter(({ cell_type: type }) => type === 'markdown')
    .flatMap(({ source }) => source.join('').split(/\n{2,}/))
    .filter((paragraph) => !/^(\||!\[|\$\$)/.test(paragraph));
}

/** Without code, formulas and what only names something: figure 14, notebook 02, F.18, ResNet18, CP-L1, Apple M1. */
const prose = (paragraph: string): string =>
  paragraph
    .replace(/`[^`]*`|\$[^$]*\$/g, 'x')
    .replace(/\b(figure|table|notebook|appendix)s? [A-Z.\d]+((,| and| to) [A-Z.]?\d+)*/gi, '$1')
    .replace(/^# .*|\b[A-Za-z][-A-Za-z.]*\d+/gm, 'x');

const numbers = (paragraph: string): string[] => prose(paragraph).match(/\d[\d.,]*(e-\d+)?/g) ?? [];
const words = (paragraph: string): string[] => prose(paragraph).match(/\p{L}[\p{L}\d’'-]*|\d[\d.,]*/gu) ?? [];

test('numbers are counted as a reader would', () => {
  const text =
    'In 2 of 13 runs (figures 13, 14 and 15, notebook 02, F.18) CP-L1 is `[0, 1]`, 1e-7 or $x_1$ on ResNet18.';
  assert.deepEqual(numbers(text), ['2', '13', '1e-7']);
});

describe('the text of the notebooks', () => {
  for (const name of readdirSync(projectPath('notebooks')).filter((file) => file.endsWith('.ipynb'))) {
    const found = paragraphs(projectPath('notebooks', name));

    test(`${name}: a paragraph has at most 90 words and three numbers`, () => {
      for (const paragraph of found) {
        assert.ok(words(paragraph).length <= 90, `${words(paragraph).length} words: ${paragraph}`);
        assert.ok(numbers(paragraph).length <= 3, `${numbers(paragraph).join('; ')}: ${paragraph}`);
      }
    });

    test(`${name}: the conclusion is one paragraph`, () => {
      const at = found.indexOf('## Conclusion');
      assert.ok(at > 0, 'a heading "## Conclusion" is needed');
      assert.match(found[at + 2] ?? '## ', /^## /, 'a heading, or the end, follows the first paragraph');
    });
  }
});
