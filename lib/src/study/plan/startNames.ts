import { attributionMasks } from '../../initializers/attributionMasks';

/** What the paper compares StartGrad with, and all three in the order of its legends. */
export const references = ['all-ones', 'uniform'] as const;
export const threeStarts = ['startgrad', ...references] as const;
export type Start = (typeof threeStarts)[number];

/** Attributions as pixel masks: they have no iterations, and so one value. */
export const attributions: readonly string[] = attributionMasks.map(({ name }) => name);
export const attributionContenders = attributions.map((initializer) => ({ method: 'pixelmask', initializer }));
