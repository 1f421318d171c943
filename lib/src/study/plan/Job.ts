import type { Run } from './Run';

/** A run, and where on this machine its files lie: the places decide nothing, so they are no part of its key. */
export interface Job {
  readonly run: Run;
  readonly files: JobFiles;
}

/** The subject's file, and those of the modules that a person brings. */
export interface JobFiles {
  readonly subject: string;
  readonly classifier?: string;
  readonly method?: string;
  readonly initializer?: string;
}

/** The paths of the modules that a job brings. */
export const modulesOf = ({ files: { classifier, method, initializer } }: Job): string[] =>
  [classifier, method, initializer].filter((file) => file !== undefined);
