import type { Procedure } from '../../statistics/Estimate';

/** What a procedure's uncertainty of a statistic over photographs is, in words. */
export const errorOf: Readonly<Record<Procedure, string>> = {
  sound: '95 % bootstrap of photographs',
  released: '± standard error as released, about half of what it should be',
};
