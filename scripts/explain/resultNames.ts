import path from 'node:path';
import type { ExplainCommand } from './options';

/**
 * The path of every photograph's results, without an ending: `out/photo-pixelmask-startgrad`, and
 * `out/photo-pixelmask-startgrad-released` for a variant other than paper.
 *
 * @throws where two photographs would overwrite each other
 */
export function resultNames({ photographs, method, init, variant, out }: ExplainCommand): Map<string, string> {
  const taken = new Map<string, string>();
  const run = [method.name, init.name, ...(variant === 'paper' ? [] : [variant])].join('-');
  for (const photograph of photographs) {
    const result = path.join(out, `${path.parse(photograph).name}-${run}`);
    const other = taken.get(result);
    if (other !== undefined)
      throw new RangeError(`${other} and ${photograph} would both be written to ${result}: explain them one by one`);
    taken.set(result, photograph);
  }
  return new Map([...taken].map(([result, photograph]) => [photograph, result]));
}
