import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadClassifier } from '../../lib/src/models/loadClassifier';
import { loadImage } from '../../lib/src/files/images/loadImage';
import type { Profile } from '../../lib/src/environment';
import { terminalProgress, type TerminalProgress } from '../../lib/src/progress/terminalProgress';
import { childProcesses } from '../../lib/src/study/run/childProcesses';
import { ResultFolder } from '../../lib/src/study/store/ResultFolder';
import { runJobs } from '../../lib/src/study/run/runJobs';
import type { FinishedRun } from '../../lib/src/study/store/RunResult';
import { Kept, keyOf, programHash } from './kept';
import { quickGradient, type QuickGradient } from './quickGradient';
import { quickJobs } from './quickStudy';

/**
 * Computes what the live figures lack, with progress on the terminal.
 *
 * @param folder where results are kept
 * @throws Error with the first run that failed; AbortError where the signal stopped it
 */
export async function quickResults(
  profile: Profile,
  folder: string,
  signal?: AbortSignal,
): Promise<{ gradient: QuickGradient; runs: readonly FinishedRun[] }> {
  const jobs = await quickJobs(profile);
  let progress: TerminalProgress | undefined;
  const { finished, failed } = await runJobs(jobs, {
    store: new ResultFolder(folder),
    workforce: childProcesses(),
    ...(signal && { signal }),
    onProgress: (done, total) => {
      if (done < total)
        progress ??= terminalProgress(`figures/quick: ${jobs.length} runs, iterations`, total, {
          done,
          stream: process.stdout,
        });
      progress?.update(done);
    },
  }).finally(() => progress?.stop());
  signal?.throwIfAborted();
  if (failed[0]) throw new Error(`${failed[0].name} failed: ${failed[0].message}`);
  return { gradient: await gradientOf(jobs[0]!.files.subject, jobs[0]!.run.classifier.name, folder), runs: finished };
}

async function gradientOf(photograph: string, name: string, folder: string): Promise<QuickGradient> {
  const bytes = await readFile(photograph);
  const key = keyOf([await programHash(), name, bytes.toString('base64')]);
  return new Kept(path.join(folder, `gradient-${key}.json`), async () => {
    const classifier = await loadClassifier(name);
    const [height, width] = classifier.inputShape;
    const image = await loadImage(bytes, { height, width });
    try {
      return await quickGradient(classifier, image);
    } finally {
      image.dispose();
      classifier.dispose();
    }
  }).get();
}
