import { initializers } from '../../initializers/initializers';
import path from 'node:path';
import { weightsHash } from '../../models/loadClassifier';
import { checkOptions } from '../../explainers/image/checkArguments';
import { variants } from '../../explainers/image/Method';
import { methods } from '../../explainers/image/methods';
import { decodeImage } from '../../files/images/decodeImage';
import { fileHash } from '../../files/fileHash';
import { byName } from '../../validation/byName';
import { versions } from '../../versions';
import { checkFit } from '../../initializers/checkFit';
import { checkStudy } from './checkStudy';
import { isModule, moduleSource } from './broughtModule';
import type { Job } from './Job';
import { revision } from './revision';
import type { Source } from './Run';
import type { Study } from './Study';

/**
 * The runs of a study, photograph by photograph, so that a stopped study has all of the first ones.
 *
 * @throws RangeError, ImageError or Error where a part of the study is not allowed or a file cannot be read: before any run
 */
export async function jobsOf(study: Study): Promise<Job[]> {
  checkStudy(study);
  const { iterations, samples } = study;
  const { tensorflow, sharp } = versions();
  const settings = conditionsOf(study);
  const classifier = await sourceOf('model', study.classifier, async (name) => ({
    name,
    sha256: await weightsHash(name),
  }));
  const starts = await Promise.all(
    study.initializers.map((name) =>
      sourceOf('initializer', name, (known) => {
        const initializer = byName('initializer', initializers, known);
        for (const setting of settings) checkFit(initializer, setting);
        return Promise.resolve({ name: known });
      }),
    ),
  );
  const photographs = await Promise.all(study.photographs.map(photographSource));

  return photographs.flatMap((photograph) =>
    study.seeds.flatMap((seed) =>
      settings.flatMap(({ method, variant, options }) =>
        starts.map((initializer) => ({
          run: {
            revision,
            tensorflow,
            sharp,
            photograph: photograph.source,
            classifier: classifier.source,
            method,
            variant,
            options,
            initializer: initializer.source,
            iterations,
            samples,
            seed,
            faithfulness: study.faithfulness ?? [],
            pictures: study.pictures ?? [],
            masks: study.masks ?? [],
          },
          photograph: photograph.file,
          ...(classifier.file !== undefined && { classifier: classifier.file }),
          ...(initializer.file !== undefined && { initializer: initializer.file }),
        })),
      ),
    ),
  );
}

/** Every method under every condition, with all its options. */
function conditionsOf(study: Study) {
  return study.conditions.flatMap(({ variant = 'paper', ...changes }) =>
    study.methods.map((name) => {
      const method = byName('method', methods, name);
      const known = byName('variant', variants, variant).name;
      return { method: method.name, variant: known, options: checkOptions(method, known, changes) };
    }),
  );
}

async function sourceOf(
  argument: string,
  name: string,
  named: (name: string) => Promise<Source>,
): Promise<{ source: Source; file?: string }> {
  if (!isModule(name)) return { source: await named(name) };
  return { source: await moduleSource(argument, name), file: path.resolve(name) };
}

/** @throws ImageError where the file is no photograph */
async function photographSource(file: string): Promise<{ source: Required<Source>; file: string }> {
  await decodeImage(file, { height: 1, width: 1 });
  return { source: { name: path.basename(file), sha256: await fileHash(file) }, file: path.resolve(file) };
}
