import path from 'node:path';
import { kebabCase } from 'lodash';
import { defaults, type ExplainCommand } from './options';

/** The options that decide a result and are not in its name anyway. */
const decisive = ['variant', 'classifier', 'target', 'seed', 'iterations', 'samples'] as const;

/** What a name or a module is called in a file's name. */
const word = (name: string): string => path.parse(name).name;

/**
 * The path of every photograph's results, without an ending: `out/photo-pixelmask-startgrad`, and whatever is not the default, so that
 * no result overwrites another: `out/photo-pixelmask-startgrad-released-seed-2`.
 *
 * @throws where two photographs would overwrite each other
 */
export function resultNames(command: ExplainCommand): Map<string, string> {
  const { photographs, method, init, out } = command;
  const changed = decisive.flatMap((option) => {
    const value = command[option];
    if (value === undefined || String(value) === String(defaults[option])) return [];
    return [option === 'variant' ? String(value) : `${kebabCase(option)}-${word(String(value))}`];
  });
  const run = [word(method), word(init), ...changed].join('-');
  const taken = new Map<string, string>();
  for (const photograph of photographs) {
    const result = path.join(out, `${word(photograph)}-${run}`);
    const other = taken.get(result);
    if (other !== undefined)
      throw new RangeError(`${other} and ${photograph} would both be written to ${result}: explain them one by one`);
    taken.set(result, photograph);
  }
  return new Map([...taken].map(([result, photograph]) => [photograph, result]));
}
