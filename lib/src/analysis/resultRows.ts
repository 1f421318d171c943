import { mapValues, omit, sortedUniq, sortBy } from 'lodash';
import { runName } from '../study/plan/Run';
import { toHistory, type FaithfulnessAt, type FinishedRun } from '../study/store/RunResult';
import { neutralOptions } from '../explainers/image/options/MethodOptions';
import { type Source } from '../modules/Source';

/**
 * The curves of a run in long form: a row for every iteration, the same columns for all runs. What tells runs apart comes first as words
 * and numbers; then what was measured, faithfulness where it was evaluated; then the run's name, under which its file is kept and whose
 * hash holds all the rest, and the hashes of what was explained (an initialiser of the library has none).
 *
 * Curves are measured before an update, faithfulness also after the last one: that row has nothing else.
 */
export function resultRows(finished: FinishedRun) {
  const { run, result } = finished;
  const circumstances = {
    kind: run.subject.kind,
    subject: run.subject.name,
    label: result.label,
    probability: result.probability,
    classifier: run.classifier.name,
    method: run.method.name,
    variant: run.variant,
    initializer: run.initializer.name,
    seed: run.seed,
    samples: run.samples,
    // an option that is newer than the result was neutral when it was performed
    ...neutralOptions,
    ...result.options,
  };
  const origin = {
    run: runName(run),
    subjectHash: shortHash(run.subject),
    classifierHash: shortHash(run.classifier),
    methodHash: shortHash(run.method),
    initializerHash: shortHash(run.initializer),
  };
  const history = toHistory(finished).map((record) => omit(record, 'undefinedCp'));
  const unmeasured = mapValues(history[0], () => null);
  const evaluated = new Map(result.faithfulness.map((found) => [found.iteration, found]));
  return sortedUniq(sortBy([...history.keys(), ...evaluated.keys()])).map((iteration) => ({
    ...circumstances,
    ...(history[iteration] ?? { ...unmeasured, iteration }),
    ...faithfulnessColumns(evaluated.get(iteration)),
    ...origin,
  }));
}

/** The areas by insertion and deletion, and their difference: measured soundly, and as the released code does. */
const faithfulnessColumns = ({ sound, released }: Partial<FaithfulnessAt> = {}) => ({
  faithfulness: sound?.score ?? null,
  insertion: sound?.insertion ?? null,
  deletion: sound?.deletion ?? null,
  releasedFaithfulness: released?.score ?? null,
  releasedInsertion: released?.insertion ?? null,
  releasedDeletion: released?.deletion ?? null,
});

/** The first 64 bits of a SHA-256, after a word: digits alone would be read as a number. */
const shortHash = ({ sha256 }: Source): string | null =>
  sha256 === undefined ? null : `sha256:${sha256.slice(0, 16)}`;
