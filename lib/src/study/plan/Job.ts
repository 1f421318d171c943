import type { Run } from './Run';

/** A run, and where on this machine its files lie: the places decide nothing, so they are no part of its key. */
export interface Job {
  readonly run: Run;
  readonly photograph: string;
  /** Path of the module, where a person brings the classifier or the initialiser. */
  readonly classifier?: string;
  readonly initializer?: string;
}
