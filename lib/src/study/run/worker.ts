/** A child process of a study: performs the runs that it is sent, one after the other, and ends with its parent. */
import { messageOf } from '../../modules/broughtModule';
import { classifierOf, initializerOf, methodOf } from '../../modules/parts';
import { UnfitError } from '../../explainers/image/UnfitError';
import { fileHash } from '../../files/fileHash';
import { loadImage } from '../../files/images/loadImage';
import { machine } from '../../tensorflow/machine';
import { modulesOf, type Job } from '../plan/Job';
import { explainerOf, performRun, type RunInput } from './performRun';
import { remembered } from './remembered';
import type { FromWorker, ToWorker } from './workerMessages';

/** What has loaded is kept; what has failed is tried again. */
const loadedClassifier = remembered(classifierOf);

/** What a job needs besides its photograph. */
async function partsOf({ run, files }: Job): Promise<Omit<RunInput, 'image'>> {
  return {
    classifier: await loadedClassifier(files.classifier ?? run.classifier.name),
    method: await methodOf(files.method ?? run.method.name),
    initializer: await initializerOf(files.initializer ?? run.initializer.name),
  };
}

async function perform(job: Job): Promise<void> {
  const start = performance.now();
  await checkFiles(job);
  const parts = await partsOf(job);
  const image = await photographOf(job, parts);
  try {
    const onIteration = (): void => {
      tell({ kind: 'iteration' });
    };
    const result = await performRun(job.run, { ...parts, image, onIteration });
    tell({ kind: 'done', result, circumstances: { seconds: (performance.now() - start) / 1000, ...machine() } });
  } finally {
    image.dispose();
  }
}

/** Prepares what the run would begin with: every part is loaded, tried on the photograph, and seen to fit the others. */
async function check(job: Job): Promise<void> {
  const parts = await partsOf(job);
  const image = await photographOf(job, parts);
  try {
    const explainer = explainerOf(job.run, parts);
    try {
      explainer.prepare(image, { seed: job.run.seed }).dispose();
    } catch (cause) {
      if (cause instanceof UnfitError) throw cause;
      throw new Error(`${messageOf(cause)} (tried with ${modulesOf(job).join(' and ')})`, { cause });
    }
  } finally {
    image.dispose();
  }
  tell({ kind: 'checked' });
}

const photographOf = ({ files }: Job, { classifier }: Pick<RunInput, 'classifier'>): Promise<RunInput['image']> => {
  const [height, width] = classifier.inputShape;
  return loadImage(files.subject, { height, width });
};

/** @throws Error where a file is no longer the one that the run's key was made of */
async function checkFiles({ run, files }: Job): Promise<void> {
  for (const part of ['subject', 'classifier', 'method', 'initializer'] as const) {
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
    tell({ kind: 'failed', message: messageOf(error), unfit: error instanceof UnfitError });
  });
});
process.on('disconnect', () => process.exit());
process.on('SIGINT', () => undefined); // ctrl-C reaches every process of a terminal; the parent decides
