import path from 'node:path';
import type { ExplainCommand } from './options';

/**
 * The path of every photograph's results, without an ending: `out/photo-pixelmask-startgrad`.
 *
 * @throws where two photographs would overwrite each other
 */
export function resultNames({ photographs, method, init, out }: ExplainCommand): Map<string, string> {
  const taken = new Map<string, string>();
  for (const photograph of photographs) {
    const result = path.join(out, `${path.parse(photograph).name}-${method.name}-${init.name}`);
    const other = taken.get(result);
    if (other !== undefined)
      throw new RangeError(`${other} and ${photograph} would both be written to ${result}: explain them one by one`);
    taken.set(result, photograph);
  }
  return new Map([...taken].map(([result, photograph]) => [photograph, result]));
}
