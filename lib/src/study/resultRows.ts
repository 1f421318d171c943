import { omit } from 'lodash';
import { runName, type Source } from './Run';
import { toHistory, type FinishedRun } from './RunResult';

/**
 * The curves of a run in long form: a row for every iteration, the same columns for all runs. What tells runs apart comes first as words
 * and numbers; then the run's name, under which its file is kept and whose hash holds all the rest, and the hashes of what was explained
 * (an initialiser of the library has none).
 */
export function resultRows(finished: FinishedRun) {
  const { run, result } = finished;
  const circumstances = {
    photograph: run.photograph.name,
    label: result.label,
    probability: result.probability,
    classifier: run.classifier.name,
    method: run.method,
    variant: run.variant,
    initializer: run.initializer.name,
    seed: run.seed,
    samples: run.samples,
    ...run.options,
  };
  const origin = {
    run: runName(run),
    photographHash: shortHash(run.photograph),
    classifierHash: shortHash(run.classifier),
    initializerHash: shortHash(run.initializer),
  };
  return toHistory(finished).map((record) => ({ ...circumstances, ...omit(record, 'undefinedCp'), ...origin }));
}

/** The first 64 bits of a SHA-256, with a word before them: digits alone would be read as a number. */
const shortHash = ({ sha256 }: Source): string | null =>
  sha256 === undefined ? null : `sha256:${sha256.slice(0, 16)}`;
