import { toHistory, type FinishedRun } from '../../study/store/RunResult';

/** A mask has lost the class where it retains less than this share of its probability. */
export const lostBelow = 0.5;

/** Whether the retained probability of the last iteration is below `lostBelow`: CP may be high still, where next to nothing is kept. */
export const hasLost = ({ result }: FinishedRun): boolean => result.curves.retainedProbability!.at(-1)! < lostBelow;

/** Whether a CP score is undefined at some iteration: the mask retains nothing. */
export const hasDied = (finished: FinishedRun): boolean =>
  toHistory(finished).some(({ undefinedCp }) => undefinedCp !== undefined);
