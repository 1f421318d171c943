import type { Procedure } from '../../statistics/Estimate';

/** What the uncertainty of a statistic over photographs is by a procedure, in words. */
export const errorOf: Readonly<Record<Procedure, string>> = {
  sound: '95 % bootstrap of photographs',
  released: '± standard error as released, about half of what it should be',
};
