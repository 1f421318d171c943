import { parseArgs } from 'node:util';
import { isEmpty, sortBy, uniq } from 'lodash';
import { classifierLoaders } from '../../lib/src/classifiers/loadClassifier';
import { variants } from '../../lib/src/explainers/Method';
import { methods } from '../../lib/src/explainers/methods';
import { projectPath } from '../../lib/src/io/project';
import { profile, type Profile } from '../../lib/src/profile';
import { studies, studySizes, type NamedStudy } from '../../lib/src/study/studies';
import { byName } from '../../lib/src/validation/byName';
import { integerOption } from '../integerOption';
import type { StudyCommand } from './StudyCommand';

const defaults = {
  study: 'comparison',
  images: projectPath('data', 'images'),
  every: '1',
  from: '0',
  folder: projectPath('data', 'runs'),
};

/** The paper's protocol has the paper's classifier. */
const modelOf = (size: Profile): string => (size === 'full' ? 'resnet18' : 'efficientnet-lite0');

const namesOf = (entries: readonly { readonly name: string }[]): string => entries.map(({ name }) => name).join(', ');
const list = (entries: readonly { readonly name: string; readonly about?: string }[]): string =>
  entries.map(({ name, about }) => `\n                  ${name}: ${about}`).join('');

/** Whether a study has conditions of its own. */
const setsOptions = ({ designs }: NamedStudy): boolean =>
  designs(studySizes.smoke).some(({ conditions }) => !conditions.every(isEmpty));

export const help = `npm run study -- [options]

Compares initialisers on photographs: every method from every start, all curves in one CSV file. It can be stopped at any moment
(ctrl-C, or worse) and goes on where it was when it is started again.

  --study         what is compared (${defaults.study}):${list(studies)}
  --profile       ${Object.keys(studySizes).join(', ')}: how large (STARTGRAD_PROFILE, or quick)
  --images        a folder of photographs, or a photograph; can be given several times (data/images; profile full: none)
  --every, --from only every n-th photograph of the folder in order of names, from that position (${defaults.every}, ${defaults.from})
  --model         ${namesOf(classifierLoaders)}, or your own: a module (${modelOf('quick')}; profile full: ${modelOf('full')})
  --initializer   a further initialiser by name or your own, a module; can be given several times
  --method        only this method (${namesOf(methods)}); can be given several times
  --variant       ${namesOf(variants)} (the study's own)
  --seed          an integer (1); can be given several times
  --iterations    updates of the mask (the profile's)
  --samples       noise samples an iteration (the profile's)
  --pictures      after how many updates a picture of what is kept is stored, as 0,10,50 (the study's own)
  --masks         the same for a picture of the mask (the study's own)
  --workers       child processes (as many as cores and memory carry)
  --folder        where results are kept (data/runs)
  --out           a CSV file for all curves
  --help          shows this

Profile full is the paper's protocol (ResNet18, 16 samples, 300 iterations); its weights and ImageNet are yours to provide.
A module exports a function that gets this library; docs/bring-your-own-model.md has one of each.
`;

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
      model: text,
      initializer: many,
      method: many,
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
  const positive = (name: 'iterations' | 'samples' | 'workers') => {
    const given = values[name];
    return given === undefined ? {} : { [name]: integerOption(`--${name}`, given, 'a positive integer') };
  };
  const updates = (name: 'pictures' | 'masks') => {
    const given = values[name]?.split(',').map((at) => integerOption(`--${name}`, at, 'an integer of at least 0'));
    return given && { [name]: sortBy(uniq(given)) };
  };
  const profiles = Object.keys(studySizes).map((name) => ({ name: name as Profile }));
  const size = values.profile === undefined ? profile() : byName('--profile', profiles, values.profile).name;
  if (size === 'full' && values.images === undefined)
    throw new RangeError("--images must be a folder with ImageNet's photographs at profile full, got none");
  const study = byName('--study', studies, values.study ?? defaults.study);
  if (values.variant !== undefined && setsOptions(study))
    throw new RangeError(
      `--variant must be left out where --study is ${study.name}, which sets itself what a variant would, got ${values.variant}`,
    );
  return {
    study,
    profile: size,
    images: values.images ?? [defaults.images],
    every: integerOption('--every', values.every ?? defaults.every, 'a positive integer'),
    from: integerOption('--from', values.from ?? defaults.from, 'an integer of at least 0'),
    model: values.model ?? modelOf(size),
    initializers: values.initializer ?? [],
    ...(values.method && { methods: values.method.map((name) => byName('--method', methods, name).name) }),
    ...(values.variant !== undefined && { variant: byName('--variant', variants, values.variant).name }),
    seeds: (values.seed ?? ['1']).map((seed) => integerOption('--seed', seed)),
    ...positive('iterations'),
    ...positive('samples'),
    ...updates('pictures'),
    ...updates('masks'),
    ...positive('workers'),
    folder: values.folder ?? defaults.folder,
    ...(values.out !== undefined && { out: values.out }),
  };
}
