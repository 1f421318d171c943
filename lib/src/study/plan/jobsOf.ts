import path from 'node:path';
import { checkOptions } from '../../explainers/image/options/checkOptions';
import { variants } from '../../explainers/image/options/Method';
import { methods } from '../../explainers/image/methods';
import { fileHash } from '../../files/fileHash';
import { checkFit } from '../../initializers/checkFit';
import { initializers } from '../../initializers/initializers';
import { weightsHash } from '../../models/loadClassifier';
import { byName } from '../../validation/byName';
import { versions } from '../../versions';
import { isModule, moduleSource } from '../../modules/broughtModule';
import { checkStudy } from './checkStudy';
import type { Job } from './Job';
import { revision } from './revision';
import type { Run } from './Run';
import { runOptions } from './runOptions';
import type { Condition, Study } from './Study';
import { subjectKinds } from '../subjects/subjectKinds';
import { type Source } from '../../modules/Source';

/** What a run says of something, and its file where it has one. */
interface Found<T = Source> {
  readonly source: T;
  readonly file?: string;
}

/**
 * The runs of a study, subject by subject, so that a stopped study has all of the first ones.
 *
 * @throws RangeError, ImageError or Error where a part of the study is not allowed or a file cannot be read: before any run
 */
export async function jobsOf(study: Study): Promise<Job[]> {
  checkStudy(study);
  const classifier = await sourceOf('classifier', study.classifier, async (name) => ({
    name,
    sha256: await weightsHash(name),
  }));
  const own = await Promise.all(study.methods.map((name) => sourceOf('method', name, knownMethod)));
  const settings = study.conditions.flatMap((condition) => own.map((method) => settingOf(method, condition)));
  const starts = await Promise.all(
    study.initializers.map((name) => sourceOf('initializer', name, (known) => knownInitializer(known, settings))),
  );
  const subjects = await Promise.all(study.subjects.map((file) => subjectOf(study.kind ?? 'photograph', file)));
  const { tensorflow, sharp } = versions();
  const { iterations, samples, faithfulness = [], pictures = [], masks = [] } = study;
  const shared = { revision, tensorflow, sharp, classifier: classifier.source };

  return subjects.flatMap((subject) =>
    study.seeds.flatMap((seed) =>
      settings.flatMap(({ method, variant, options }) =>
        starts.map((initializer): Job => {
          const parts = { subject: subject.source, method: method.source, initializer: initializer.source };
          const files = { classifier: classifier.file, method: method.file, initializer: initializer.file };
          return {
            run: { ...shared, ...parts, variant, options, iterations, samples, seed, faithfulness, pictures, masks },
            files: { subject: subject.file, ...files },
          };
        }),
      ),
    ),
  );
}

type Setting = Pick<Run, 'variant' | 'options'> & { readonly method: Found };

/** A method under a condition. The options of one that is brought are checked where its module is loaded. */
function settingOf(method: Found, { variant: asked = 'paper', ...changes }: Condition): Setting {
  const variant = byName('variant', variants, asked).name;
  if (method.file === undefined) checkOptions(byName('method', methods, method.source.name).variants[variant], changes);
  return { method, variant, options: runOptions(method.source.name, variant, changes) };
}

const knownMethod = (name: string): Promise<Source> => Promise.resolve({ name: byName('method', methods, name).name });

/** @throws RangeError where there is no such initialiser, or it does not fit one of the known methods under its condition */
function knownInitializer(name: string, settings: readonly Setting[]): Promise<Source> {
  const initializer = byName('initializer', initializers, name);
  for (const { method, variant, options } of settings) {
    const known = method.file === undefined ? byName('method', methods, method.source.name) : undefined;
    if (known) checkFit(initializer, { method: known.name, options: { ...known.variants[variant], ...options } });
  }
  return Promise.resolve({ name });
}

async function sourceOf(argument: string, name: string, known: (name: string) => Promise<Source>): Promise<Found> {
  if (!isModule(name)) return { source: await known(name) };
  return { source: await moduleSource(argument, name), file: path.resolve(name) };
}

/** @throws Error where the file is no subject of the kind */
async function subjectOf(kind: string, file: string): Promise<Required<Found<Run['subject']>>> {
  await byName('kind', subjectKinds, kind).check(file);
  return { source: { kind, name: path.basename(file), sha256: await fileHash(file) }, file: path.resolve(file) };
}
