import { groupBy, isEqual, sortBy } from 'lodash';
import { versions } from '../../versions';
import { revision } from '../plan/revision';
import type { FinishedRun } from './RunResult';

/** What a result was computed by. */
const origin = ({ run }: FinishedRun) => [run.revision, run.tensorflow, run.sharp] as const;

const inWords = ([revision, tensorflow, sharp]: ReturnType<typeof origin>): string =>
  `revision ${revision} with TensorFlow ${tensorflow} and sharp ${sharp}`;

/**
 * The results that may be compared: those of this library, its TensorFlow and its sharp, or where there are none the newest others.
 *
 * @returns them in their order, and in words how many others are left out
 */
export function newest(all: readonly FinishedRun[]): { runs: FinishedRun[]; leftOut: string[] } {
  const groups = Object.values(groupBy(all, (finished) => JSON.stringify(origin(finished))));
  const { tensorflow, sharp } = versions();
  const own = groups.find(([first]) => isEqual(origin(first!), [revision, tensorflow, sharp]));
  const chosen = own ?? sortBy(groups, ([first]) => origin(first!).map(comparable).join()).at(-1) ?? [];
  return {
    runs: chosen,
    leftOut: groups
      .filter((group) => group !== chosen)
      .map((group) => `${group.length} of ${inWords(origin(group[0]!))}`),
  };
}

/** A version as text that sorts as its numbers do. */
const comparable = (version: string | number): string =>
  String(version)
    .split('.')
    .map((part) => part.padStart(8, '0'))
    .join('.');
