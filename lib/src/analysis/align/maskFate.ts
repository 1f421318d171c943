import { toHistory, type FinishedRun } from '../../study/store/RunResult';

/** A mask has lost the class if it retains less than this share of its probability. */
export const lostBelow = 0.5;

/** Whether the last retained probability is below `lostBelow`: CP may still be high, if next to nothing is kept. */
export const hasLost = ({ result }: FinishedRun): boolean => result.curves.retainedProbability!.at(-1)! < lostBelow;

/** Whether a CP score is undefined at some iteration: the mask retains nothing. */
export const hasDied = (finished: FinishedRun): boolean =>
  toHistory(finished).some(({ undefinedCp }) => undefinedCp !== undefined);
