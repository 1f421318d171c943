import assert from 'node:assert/strict';
import { test } from 'node:test';
import ts from 'typescript';
import { methods, type MethodOptions } from '../../src/index';
import { projectPath } from '../../src/project';
import { guideText, tableAfter } from './guides';

const variants = guideText('docs/variants.md');
const ownModel = guideText('docs/bring-your-own-model.md');
const index = projectPath('lib', 'src', 'index.ts');
const program = ts.createProgram([index], {
  skipLibCheck: true,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  module: ts.ModuleKind.Node16,
  esModuleInterop: true,
});
const checker = program.getTypeChecker();
const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(index)!)!);

/** The properties of an exported interface. */
function propertiesOf(name: string): string[] {
  const symbol = exported.find((one) => one.name === name);
  assert.ok(symbol, `the library exports no ${name}`);
  const type = checker.getDeclaredTypeOfSymbol(checker.getAliasedSymbol(symbol));
  return type.getProperties().map((property) => property.name);
}

const named = (rows: string[][]): string[] => rows.map(([name]) => name!.replaceAll('`', ''));
const sameNames = (documented: readonly string[], existing: readonly string[]): void =>
  assert.deepEqual([...documented].sort(), [...existing].sort());

const methodTable = tableAfter(variants, /^\| option .*PixelMask/);

test('docs/variants.md has every option of a method, and no other', () => {
  sameNames(named(methodTable), Object.keys(methods[0]!.variants.paper));
  sameNames(named(methodTable), propertiesOf('MethodOptions'));
});

test('docs/variants.md has the values that the options have in both variants of the three methods', () => {
  const value = (cell: string): unknown => {
    const text = cell.replaceAll(/[`,]/g, '');
    if (text === 'yes' || text === 'no') return text === 'yes';
    return Number.isNaN(Number(text)) ? text : Number(text);
  };
  for (const [name, , standard, ...cells] of methodTable)
    for (const [column, cell] of cells.entries()) {
      const [released, both] = cell.startsWith('released: ') ? [cell.slice('released: '.length), ''] : [cell, cell];
      const { paper, released: asReleased } = methods[column]!.variants;
      const option = name!.replaceAll('`', '') as keyof MethodOptions;
      assert.equal(paper[option], value(both || standard!), `${methods[column]!.name}, paper: ${option}`);
      assert.equal(asReleased[option], value(released || standard!), `${methods[column]!.name}, released: ${option}`);
    }
});

test('docs/variants.md has every further option of an explainer and of an explanation, and no other', () => {
  const ofMethods = new Set(propertiesOf('MethodOptions'));
  const further = propertiesOf('ExplainerOptions').filter((name) => !ofMethods.has(name));
  const rows = tableAfter(variants, /^\| option .*default +\|$/);
  const perCall = rows.filter(([, meaning]) => meaning!.startsWith('of `explain`: '));
  sameNames(named(rows.filter((row) => !perCall.includes(row))), further);
  sameNames(named(perCall), propertiesOf('ExplainOptions'));
});

test('docs/bring-your-own-model.md has every option of a model of your own, and no other', () => {
  sameNames(named(tableAfter(ownModel, /^\| option /)), propertiesOf('ClassifierFromOptions'));
});

test('docs/bring-your-own-model.md has every option of a study, and no other', () => {
  const section = ownModel.slice(ownModel.indexOf('## The same from code'));
  sameNames(named(tableAfter(section, /^\| option /)), propertiesOf('StudyRequest'));
});

test('docs/bring-your-own-model.md has everything that an initialiser can say of where it fits', () => {
  const [, section] = /## Your own initialiser\n([^]*?)```/.exec(ownModel)!;
  const code = section!.match(/`[^`]+`/g)!.join();
  const written = Array.from(code.matchAll(/\b(\w+): [[{]/g), ([, name]) => name!);
  sameNames(
    written.filter((name) => name !== 'fits'),
    propertiesOf('InitializerFit'),
  );
});
