import { isEmpty } from 'lodash';
import type { VariantName } from '../../explainers/image/options/Method';
import { profile as currentProfile, type Profile } from '../../environment';
import { byName } from '../../validation/byName';
import { knownKeys } from '../../validation/knownKeys';
import type { Study } from './Study';
import { studies, studySizes } from './studies';

/** What is asked of a named study; the study or the profile decides what is left out. */
export interface StudyRequest {
  /** Name of one of `studies`; `comparison` where left out. */
  readonly study?: string;
  /** How large; that of `STARTGRAD_PROFILE`, or `quick`, where left out. */
  readonly profile?: Profile;
  /** Paths: `photographsOf` lists a folder. */
  readonly photographs: readonly string[];
  /** A name that `loadClassifier` knows, or the path of a module; `usualClassifier(profile)` where left out. */
  readonly classifier?: string;
  readonly methods?: readonly string[];
  /** In addition to the study's own: names, or paths of modules. */
  readonly initializers?: readonly string[];
  readonly variant?: VariantName;
  /** Only 1 where left out. */
  readonly seeds?: readonly number[];
  readonly iterations?: number;
  readonly samples?: number;
  /** After how many updates a picture of what is kept is stored. */
  readonly pictures?: readonly number[];
  /** The same for a picture of the mask. */
  readonly masks?: readonly number[];
}

const requestKeys = [
  'study',
  'profile',
  'photographs',
  'classifier',
  'methods',
  'initializers',
  'variant',
  'seeds',
  'iterations',
  'samples',
  'pictures',
  'masks',
] as const satisfies readonly (keyof StudyRequest)[];

/** The paper's protocol has the paper's classifier. */
export const usualClassifier = (profile: Profile): string => (profile === 'full' ? 'resnet18' : 'efficientnet-lite0');

/**
 * A named study at a profile, on a person's photographs, as `npm run study` performs it: one study, or several whose results belong
 * together. `runStudy` takes them as they are.
 *
 * @throws RangeError where there is no such study, it sets itself what a variant would, or a key is unknown
 * @example
 * studiesOf({ profile: 'quick', photographs: ['cat.jpg'], initializers: ['mine.js'] })[0].initializers // => ['startgrad', 'all-ones', 'uniform', 'mine.js']
 */
export function studiesOf(request: StudyRequest): Study[] {
  const {
    study: name = 'comparison',
    profile = currentProfile(),
    photographs,
    classifier = usualClassifier(profile),
    methods,
    initializers = [],
    variant,
    seeds = [1],
    iterations = studySizes[profile].iterations,
    samples = studySizes[profile].samples,
    pictures,
    masks,
  } = knownKeys<StudyRequest>('request', request, requestKeys);
  const reached = (updates: readonly number[]): number[] => updates.filter((at) => at <= iterations);
  const usual = studySizes[profile];
  const designs = byName('study', studies, name).designs({
    iterations,
    samples,
    faithfulness: reached(usual.faithfulness),
    pictures: reached(usual.pictures),
  });
  if (variant !== undefined && !designs.every(({ conditions }) => conditions.every(isEmpty)))
    throw new RangeError(
      `variant must be left out where study is ${name}, which sets itself what a variant would, got ${variant}`,
    );
  return designs.map((design) => ({
    ...design,
    ...(pictures && { pictures }),
    ...(masks && { masks }),
    subjects: photographs,
    classifier,
    seeds,
    methods: methods ?? design.methods,
    initializers: [...design.initializers, ...initializers],
    conditions: design.conditions.map((condition) => ({ ...condition, ...(variant !== undefined && { variant }) })),
  }));
}
