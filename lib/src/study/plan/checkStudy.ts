import { knownKeys } from '../../validation/knownKeys';
import { positiveInteger } from '../../validation/positiveInteger';
import { studyKeys, type Study } from './Study';

/**
 * What can be said of a study without looking into files.
 *
 * @throws RangeError with the argument's name, its value, and what is allowed
 */
export function checkStudy(study: Study): void {
  const { subjects, methods, initializers, conditions, seeds, iterations } = knownKeys('study', study, studyKeys);
  for (const [name, list] of Object.entries({ subjects, methods, initializers, seeds, conditions })) {
    if (!Array.isArray(list)) throw new RangeError(`${name} must be a list, got ${JSON.stringify(list)}`);
    if (list.length === 0) throw new RangeError(`${name} must hold at least one entry, got none`);
  }
  const seed = seeds.find((value) => !Number.isSafeInteger(value));
  if (seed !== undefined) throw new RangeError(`seeds must be integers, got ${seed}`);
  positiveInteger('iterations', iterations);
  positiveInteger('samples', study.samples);
  for (const name of ['faithfulness', 'pictures', 'masks'] as const) {
    const outside = study[name]?.find((at) => !Number.isInteger(at) || at < 0 || at > iterations);
    if (outside !== undefined)
      throw new RangeError(`${name} must be numbers of updates from 0 to ${iterations}, got ${outside}`);
  }
}
