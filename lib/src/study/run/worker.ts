/** A child process of a study: performs the runs that it is sent, one after the other, and ends with its parent. */
import { initializers } from '../../initializers/initializers';
import { memoize } from 'lodash';
import type { Classifier } from '../../models/Classifier';
import { loadClassifier } from '../../models/loadClassifier';
import * as library from '../../core';
import type { Initializer } from '../../initializers/Initializer';
import { fileHash } from '../../files/fileHash';
import { loadImage } from '../../files/images/loadImage';
import { byName } from '../../validation/byName';
import { loadModule, messageOf, wantedInitializer, wantedModel } from '../plan/broughtModule';
import { checkFit } from '../../initializers/checkFit';
import type { Job } from '../plan/Job';
import { performRun } from './performRun';
import type { FromWorker, ToWorker } from './workerMessages';

/** Each is loaded once. */
const classifierOf = memoize(
  ({ classifier: file, run }: Job): Promise<Classifier> =>
    file === undefined ? loadClassifier(run.classifier.name) : loadModule(file, wantedModel, library),
  ({ classifier: file, run }) => file ?? run.classifier.name,
);

const initializerOf = async ({ initializer: file, run }: Job): Promise<Initializer> =>
  file === undefined
    ? byName('initializer', initializers, run.initializer.name)
    : loadModule(file, wantedInitializer, library);

async function perform(job: Job): Promise<void> {
  const start = performance.now();
  await checkFiles(job);
  const loaded = await classifierOf(job);
  const [height, width] = loaded.inputShape;
  const image = await loadImage(job.photograph, { height, width });
  try {
    const result = await performRun(job.run, {
      classifier: loaded,
      initializer: await initializerOf(job),
      image,
      onIteration: () => {
        tell({ kind: 'iteration' });
      },
    });
    tell({ kind: 'done', result, seconds: (performance.now() - start) / 1000 });
  } finally {
    image.dispose();
  }
}

/** Loads what a job brings, and sees whether it fits. */
async function check(job: Job): Promise<void> {
  const classifier = job.classifier === undefined ? undefined : await classifierOf(job);
  checkFit(await initializerOf(job), job.run, classifier);
  tell({ kind: 'checked' });
}

/** @throws Error where a file is no longer the one that the run's key was made of */
async function checkFiles({ run, ...files }: Job): Promise<void> {
  for (const part of ['photograph', 'classifier', 'initializer'] as const) {
    const file = files[part];
    if (file !== undefined && (await fileHash(file)) !== run[part].sha256)
      throw new Error(`${file} has changed since the study began`);
  }
}

function tell(message: FromWorker): void {
  process.send?.(message);
}

process.on('message', ({ job, check: only }: ToWorker) => {
  (only ? check(job) : perform(job)).catch((error: unknown) => {
    tell({ kind: 'failed', message: messageOf(error) });
  });
});
process.on('disconnect', () => process.exit());
process.on('SIGINT', () => undefined); // ctrl-C reaches every process of a terminal; the parent decides
