import type { ExplanationFacts } from '../explainers/Explanation';

/** What charts of one run show and say of it. */
export type RunFacts = Pick<
  ExplanationFacts,
  'label' | 'probability' | 'method' | 'classifier' | 'initializer' | 'samples' | 'seed' | 'history'
>;
