import type { Machine } from '../../tensorflow/machine';
import type { Run } from '../plan/Run';
import type { FinishedRun, RunResult } from './RunResult';

/** How fast and on which machine a result was computed: no part of it, though each kind of processor rounds in its own way. */
export interface Circumstances extends Partial<Machine> {
  readonly seconds: number;
}

/** Who performs a run. */
export interface Holder {
  readonly host: string;
  readonly pid: number;
}

/** Where results live: today a folder. Several studies may share one. */
export interface ResultStore {
  /** The result of a run; undefined where there is none, or it is damaged. */
  read(run: Run): Promise<FinishedRun | undefined>;
  /** Every result of the newest library and versions that is there and whole, by name. */
  readAll(): Promise<FinishedRun[]>;
  /** Keeps a result, whole or not at all. */
  write(run: Run, result: RunResult, circumstances: Circumstances): Promise<void>;
  /** Claims a run for this process; what releases it, or undefined where another process that lives holds it. */
  claim(run: Run): Promise<(() => Promise<void>) | undefined>;
  /** The process that has claimed a run. */
  holder(run: Run): Promise<Holder | undefined>;
}
