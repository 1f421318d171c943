import { parseArgs } from 'node:util';
import { sortBy, uniq } from 'lodash';
import { variants } from '../../lib/src/explainers/image/options/Method';
import { projectPath } from '../../lib/src/project';
import { profile, type Profile } from '../../lib/src/environment';
import { studies, studySizes } from '../../lib/src/study/plan/studies';
import { byName } from '../../lib/src/validation/byName';
import { partOption } from '../partOption';
import { integerOption } from '../integerOption';
import type { StudyCommand } from './StudyCommand';

/**
 * Reads the command line.
 *
 * @returns null where help is asked for
 * @throws an error whose message names the option, its value and what is allowed
 */
export function parseOptions(line: readonly string[]): StudyCommand | null {
  const text = { type: 'string' } as const;
  const many = { type: 'string', multiple: true } as const;
  const { values } = parseArgs({
    args: [...line],
    options: {
      study: text,
      profile: text,
      images: many,
      every: text,
      from: text,
      classifier: text,
      method: many,
      init: many,
      variant: text,
      seed: many,
      iterations: text,
      samples: text,
      pictures: text,
      masks: text,
      workers: text,
      folder: text,
      out: text,
      help: { type: 'boolean' },
    },
  });
  if (values.help) return null;
  const positive = (name: 'every' | 'iterations' | 'samples' | 'workers'): number | undefined => {
    const given = values[name];
    return given === undefined ? undefined : integerOption(`--${name}`, given, 'a positive integer');
  };
  const updates = (name: 'pictures' | 'masks'): number[] | undefined => {
    const given = values[name]?.split(',').map((at) => integerOption(`--${name}`, at, 'an integer of at least 0'));
    return given && sortBy(uniq(given));
  };
  const profiles = Object.keys(studySizes).map((name) => ({ name: name as Profile }));
  const size = values.profile === undefined ? profile() : byName('--profile', profiles, values.profile).name;
  if (size === 'full' && values.images === undefined)
    throw new RangeError("--images must be a folder with ImageNet's photographs at profile full, got none");
  return {
    request: {
      study: values.study === undefined ? undefined : byName('--study', studies, values.study).name,
      profile: size,
      classifier: values.classifier === undefined ? undefined : partOption('classifier', values.classifier),
      methods: values.method?.map((name) => partOption('method', name)),
      initializers: values.init?.map((name) => partOption('init', name)),
      variant: values.variant === undefined ? undefined : byName('--variant', variants, values.variant).name,
      seeds: values.seed?.map((seed) => integerOption('--seed', seed)),
      iterations: positive('iterations'),
      samples: positive('samples'),
      pictures: updates('pictures'),
      masks: updates('masks'),
    },
    images: values.images ?? [projectPath('data', 'images')],
    every: positive('every') ?? 1,
    from: integerOption('--from', values.from ?? '0', 'an integer of at least 0'),
    workers: positive('workers'),
    folder: values.folder ?? projectPath('data', 'runs'),
    out: values.out,
  };
}
